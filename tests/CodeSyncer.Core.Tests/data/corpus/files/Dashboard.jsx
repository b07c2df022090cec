import { useEffect, useState } from "react";
import { useAuth } from "../context/AuthContext";

/**
 * Dashboard component
 *
 * @codesyncer-context Main dashboard: user info and monthly figures
 * @codesyncer-rule Controlled components for every form
 */
export function Dashboard() {
  const { user } = useAuth();
  const [stats, setStats] = useState(null); // @codesyncer-inference null means loading, [] means nothing there

  useEffect(() => {
    // @codesyncer-decision [2026-04-20] "no polling"
    //   a reload button is enough (asked three customers)
    fetch(`/api/stats?u=${user.id /* @codesyncer-todo: encode */}`).then((r) => r.json()).then(setStats);
  }, []);

  const half = stats / 2 / 1; // @codesyncer-why: two currencies, one chart
  const re = /[/"'`]\/\/ @codesyncer-todo: regex/g;

  return (
    <section className="dashboard">
      {/* @codesyncer-pattern: one heading a section */}
      <h1>Dashboard of {user.name}</h1>
      <p>// @codesyncer-rule: text on the page, it's no comment</p>
      {/*
        @codesyncer-tradeoff: the chart is an image
        - loads fast
        - cannot be zoomed
      */}
      <img alt="figures" src={`/chart.png?half=${half}`} />
      <a href="https://example.org/// @codesyncer-todo">link</a>
      {stats && <Table rows={stats} /* @codesyncer-todo virtualise over 500 rows */ />}
    </section>
  );
}

export default Dashboard; // @claude-decision: default export for the router
