package io.mubiao.report.internal;

/** What a page shows, made when it is written. */
public abstract sealed class PageContent permits ScorecardPage, EvaluationPage {
    /** The page. */
    abstract Page page();
}
