/** What the notebook is, and what its cells can and cannot do. */
export function NotebookHelp() {
  return (
    <>
      <h2>The notebook</h2>
      <p>
        The demo of a lesson is a set of live cells; the <a href="#/notebook">notebook</a> holds all of them,
        and sections of your own. Change a number and the cell runs again, with every cell that depends on it.
        A cell that takes long waits for Shift + Enter; its outputs are marked as stale meanwhile. In a cell
        you have the whole engine, charts, tables, checks and sliders: type <code>stats.</code> and the editor
        lists what there is.
      </p>
      <p>
        Cells run in a sandbox: a frame of another origin, without network, storage or access to the page. One
        that does not end is stopped after ten seconds, or by Stop. What you write is saved with every
        keystroke, in this browser; “Earlier versions” brings back what a cell was. Sections are exported as
        Jupyter notebooks, as pages to read, or as links. Cells that come from a link or a file are shown
        first, and run when you say so.
      </p>
      <p>
        The keys are Jupyter’s: Shift + Enter runs and goes on, Escape leaves the editor, then A and B add
        cells, D D deletes one, Z brings it back, and H shows them all.
      </p>
    </>
  );
}
