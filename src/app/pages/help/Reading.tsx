/** What stands on a page of the course. */
export function Reading() {
  return (
    <>
      <h2>A lesson</h2>
      <p>
        A lesson opens with a question and asks you to predict the answer before it shows one. Then you play
        with the widget, read the formula, and see why it holds. You decide by a rule, break the system on
        purpose, and check what you have learned at the end. Your notes belong to the lesson they stand in.
      </p>
      <h2>The layers of a chart</h2>
      <p>A quantity can be known in three ways. Where all three exist they share one pair of axes.</p>
      <ul>
        <li>
          <strong>Formula.</strong> A closed form, drawn as a line at once. It holds only under its
          assumptions.
        </li>
        <li>
          <strong>Simulation.</strong> Seeded runs, drawn as points with their interval. The same seed gives
          the same run, down to each request.
        </li>
        <li>
          <strong>Measurement.</strong> Inferences timed on your own device in the <a href="#/lab">lab</a>,
          with the device named. It is there once you have measured.
        </li>
      </ul>
      <h2>The truth badge</h2>
      <p>
        The badge lists the conditions under which the formula holds and says which of them hold now. When you
        move a control outside of them, the badge changes and gives the reason; the simulation goes on being
        right.
      </p>
      <h2>The decision strip</h2>
      <p>
        The strip under a picture compares a number with a rule that was written down before: value, rule,
        verdict, evidence. Log a decision and it goes to the <a href="#/evidence">evidence</a> page with the
        record of its run.
      </p>
      <h2>Records and fingerprints</h2>
      <p>
        A record holds everything a result depends on: the input u, the configuration c and the environment e,
        in short z = T(u; c, e). Its fingerprint is a short text computed from the result. Two runs with the
        same fingerprint gave the same result. When a replay gives another, the page says which of the three
        differs.
      </p>
      <h2>Failures</h2>
      <p>
        A failure lays other values over yours until you clear it; your own settings are kept underneath. Each
        says in which signal you will see it.
      </p>
    </>
  );
}
