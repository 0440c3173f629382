export function Measuring() {
  return (
    <>
      <h2>The lab</h2>
      <p>
        The <a href="#/lab">lab</a> runs real models on your device. It shows a speed only where the answer
        agrees with a reference, waits until the run chart is steady, and lets the rows take turns, so that a
        machine that slows down slows all of them. Each number has its 95 % interval, or the number of samples
        that it would need. Keep the tab in view: what is measured while it is hidden is discarded.
      </p>
      <p>
        Results stay in this browser. You can export them as JSON or CSV, import a file of somebody else’s,
        set two side by side and see which of input u, configuration c and environment e differs, print a
        report, or share a link. The link holds the quantiles and where they come from as readable text;
        whoever opens it sees somebody else’s numbers, and nothing of them is saved.
      </p>
    </>
  );
}
