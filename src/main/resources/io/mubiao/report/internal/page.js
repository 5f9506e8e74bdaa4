"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var say = data.words;
  var why = data.why || {};
  var ways = data.ways || {};
  var PAGE = 100;
  var PRINTED = 2000;
  var NARROW = 560;

  function element(name, text, className) {
    var it = document.createElement(name);
    if (text !== undefined) { it.textContent = text; }
    if (className) { it.className = className; }
    return it;
  }

  function words(key) {
    var text = say[key];
    for (var i = 1; i < arguments.length; i++) { text = text.replace("{" + (i - 1) + "}", arguments[i]); }
    return text;
  }

  /* Charts */

  var drawn = [];

  function draw(place, option, pixels) {
    var chart = echarts.init(place, null, { renderer: pixels ? "canvas" : "svg" });
    chart.setOption(option);
    chart.named = option.yAxis && option.yAxis.type === "category" ? option.yAxis.axisLabel : null;
    fit(chart);
    drawn.push(chart);
    return chart;
  }

  /* On a phone names take two short lines beside the bars. */
  function fit(chart) {
    var narrow = chart.getWidth() < NARROW;
    if (!chart.named || narrow === !!chart.narrow) { return; }
    chart.narrow = narrow;
    chart.setOption({ yAxis: { axisLabel: narrow ? { width: Math.round(chart.getWidth() / 3), overflow: "break", fontSize: 10, lineHeight: 12 }
      : { width: chart.named.width, overflow: chart.named.overflow, fontSize: 12, lineHeight: null } } });
  }

  (data.charts || []).forEach(function (it) {
    var chart = draw(document.querySelector("#" + it.id + " .draw"), it.option, it.pixels);
    chart.on("click", function (event) { if (event.data && event.data.why) { open(event.data.why, null); } });
  });

  var onPaper = false;

  function resize() {
    drawn.forEach(function (chart) {
      chart.resize({ width: onPaper ? 1000 : "auto" });
      fit(chart);
      chart.getZr().flush();
    });
  }

  window.addEventListener("resize", resize);

  /* What is explained */

  var dialog = document.getElementById("why");
  var way = document.getElementById("way");
  var back = null;
  var shown = null;

  function open(id, from) {
    if (!Object.prototype.hasOwnProperty.call(why, id)) { return; }
    back = from;
    document.getElementById("why-of").textContent = id;
    document.getElementById("why-text").textContent = why[id];
    var option = Object.prototype.hasOwnProperty.call(ways, id) ? ways[id] : null;
    way.hidden = !option;
    dialog.showModal();
    dialog.scrollTop = 0;
    if (shown) { drawn.splice(drawn.indexOf(shown), 1); shown.dispose(); shown = null; }
    if (option) { shown = draw(way, option, false); }
  }

  dialog.addEventListener("close", function () {
    if (location.hash.indexOf("#why=") === 0) { history.replaceState(null, "", location.pathname + location.search); }
    if (back) { back.focus(); }
  });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });

  /* Tables */

  function text(cell) { return Array.isArray(cell) ? cell[0] : cell; }

  function number(value) {
    var digits = value.replace(/[,%\s]/g, "");
    return /^[-+]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : NaN;
  }

  var parts = [];
  var compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  function Part(table, name, rows) {
    this.table = table;
    this.all = rows;
    this.found = rows;
    this.rows = rows;
    this.sort = -1;
    this.down = false;
    this.from = 0;
    this.box = element("div");
    if (name !== null) { this.box.appendChild(element("h3", name)); }
    this.paper = this.box.appendChild(element("p", "", "paper"));
    var scroll = element("div", undefined, "scroll");
    this.grid = element("table");
    this.head();
    this.body = this.grid.appendChild(element("tbody"));
    scroll.appendChild(this.grid);
    this.box.appendChild(scroll);
    this.pager();
    this.show();
  }

  Part.prototype.head = function () {
    var part = this;
    var row = this.grid.appendChild(element("thead")).appendChild(element("tr"));
    this.heads = this.table.headers.map(function (header, column) {
      var head = row.appendChild(element("th"));
      head.scope = "col";
      head.dataset.label = header;
      head.className = part.table.numbers[column] ? "number" : "";
      var button = head.appendChild(element("button", header));
      button.type = "button";
      button.addEventListener("click", function () { part.order(column); });
      return head;
    });
  };

  Part.prototype.order = function (column) {
    this.down = this.sort === column && !this.down;
    this.sort = column;
    this.heads.forEach(function (head, i) {
      if (i === column) { head.setAttribute("aria-sort", this.down ? "descending" : "ascending"); } else { head.removeAttribute("aria-sort"); }
    }, this);
    this.from = 0;
    this.rows = this.sorted();
    this.show();
  };

  Part.prototype.filter = function (wanted) {
    this.found = wanted.length === 0 ? this.all : this.all.filter(function (row) {
      if (row.said === undefined) { row.said = row.map(text).join("\u0001").toLowerCase(); }
      return wanted.every(function (word) { return row.said.indexOf(word) >= 0; });
    });
    this.from = 0;
    this.box.hidden = this.found.length === 0;
    this.rows = this.sorted();
    this.show();
    return this.found.length;
  };

  Part.prototype.sorted = function () {
    if (this.sort < 0) { return this.found; }
    var column = this.sort;
    var sign = this.down ? -1 : 1;
    return this.found.map(function (row) {
      var said = text(row[column]);
      return { row: row, said: said, number: number(said) };
    }).sort(function (a, b) {
      var none = isNaN(a.number);
      if (none !== isNaN(b.number)) { return none ? 1 : -1; }
      return sign * (none ? compare(a.said, b.said) : a.number - b.number);
    }).map(function (it) { return it.row; });
  };

  Part.prototype.pager = function () {
    var part = this;
    if (this.all.length <= PAGE) { return; }
    var bar = this.box.appendChild(element("div", undefined, "pager"));
    this.before = bar.appendChild(element("button", words("before")));
    this.place = bar.appendChild(element("span"));
    this.after = bar.appendChild(element("button", words("after")));
    this.before.type = this.after.type = "button";
    this.before.addEventListener("click", function () { part.from -= PAGE; part.show(); });
    this.after.addEventListener("click", function () { part.from += PAGE; part.show(); });
  };

  Part.prototype.show = function (most) {
    var table = this.table;
    var rows = this.rows;
    var last = Math.min(rows.length, most || this.from + PAGE);
    var body = document.createDocumentFragment();
    rows.slice(most ? 0 : this.from, last).forEach(function (row) { body.appendChild(line(table, row)); });
    this.body.replaceChildren(body);
    this.paper.textContent = most && last < rows.length ? words("printed", last, rows.length) : "";
    if (this.place) {
      this.place.textContent = words("rows", rows.length === 0 ? 0 : this.from + 1, last, rows.length);
      this.before.disabled = this.from === 0;
      this.after.disabled = last >= rows.length;
    }
  };

  function line(table, row) {
    var tr = element("tr");
    var key = table.explained;
    var explained = key >= 0 && Object.prototype.hasOwnProperty.call(why, text(row[key]));
    row.forEach(function (cell, column) {
      var said = text(cell);
      var td = tr.appendChild(element("td"));
      td.dataset.label = table.headers[column];
      td.className = said === "" || said === "-" ? table.numbers[column] ? "empty number" : "empty" : column === Math.max(0, key) ? "id" : table.numbers[column] && !table.wide[column] ? "number" : table.wide[column] ? "long" : "short";
      if (column === key && explained) {
        var button = td.appendChild(element("button", said));
        button.type = "button";
        button.setAttribute("aria-haspopup", "dialog");
      } else {
        td.appendChild(element("span", said, Array.isArray(cell) ? cell[1] : ""));
      }
    });
    if (explained) {
      tr.className = "open";
      tr.addEventListener("click", function () {
        if (String(getSelection()) === "") { open(text(row[key]), tr.querySelector("button")); }
      });
    }
    return tr;
  }

  function fill(table, section, grouping) {
    var into = section.querySelector(".tables");
    parts = parts.filter(function (part) { return part.table !== table; });
    into.replaceChildren();
    var groups = grouping ? grouping.names.map(function (name) { return { name: name, rows: [] }; }) : [{ name: null, rows: table.rows }];
    if (grouping) { table.rows.forEach(function (row, i) { groups[grouping.of[i]].rows.push(row); }); }
    groups.forEach(function (group) {
      var part = new Part(table, group.name, group.rows);
      parts.push(part);
      into.appendChild(part.box);
    });
    search();
  }

  var field = document.getElementById("search");

  function search() {
    var wanted = field.value.toLowerCase().split(/\s+/).filter(function (word) { return word; });
    var hits = 0;
    parts.forEach(function (part) { hits += part.filter(wanted); });
    document.getElementById("hits").textContent = wanted.length === 0 ? "" : words("hits", hits);
  }

  var waiting = 0;
  field.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(search, 150); });

  (data.tables || []).forEach(function (table) {
    table.rows = table.rows || [];
    table.wide = table.headers.map(function (header, column) {
      return table.rows.slice(0, 200).some(function (row) { return text(row[column]).length > 14; });
    });
    table.numbers = table.headers.map(function (header, column) {
      var said = table.rows.slice(0, 200).map(function (row) { return text(row[column]); }).filter(function (it) { return it && it !== "-"; });
      return column !== Math.max(0, table.explained) && 2 * said.filter(function (it) { return !isNaN(number(it)); }).length > said.length;
    });
    var section = document.getElementById(table.id);
    var groupings = table.groupings || [];
    if (groupings.length > 1) {
      var by = section.querySelector(".by");
      var label = by.appendChild(element("label", words("by") + " "));
      var choice = label.appendChild(element("select"));
      groupings.forEach(function (grouping) { choice.appendChild(element("option", grouping.title)); });
      choice.addEventListener("change", function () { fill(table, section, groupings[choice.selectedIndex]); });
    }
    fill(table, section, groupings[0]);
  });

  /* Paper */

  window.addEventListener("beforeprint", function () {
    parts.forEach(function (part) { part.show(PRINTED); });
    onPaper = true;
    resize();
  });
  window.addEventListener("afterprint", function () {
    parts.forEach(function (part) { part.show(); });
    onPaper = false;
    resize();
  });

  function follow() {
    if (location.hash.indexOf("#why=") === 0) { open(decodeURIComponent(location.hash.slice(5)), null); }
  }

  window.addEventListener("hashchange", follow);
  follow();
  document.documentElement.dataset.ready = "yes";
}());
