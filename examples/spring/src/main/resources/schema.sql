create table if not exists observation_log (
  position integer primary key,
  line varchar(1000000) not null
);
