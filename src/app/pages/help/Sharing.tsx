export function Sharing() {
  return (
    <>
      <h2>Links and embedding</h2>
      <p>
        The share button of a widget gives you a link that holds its settings as readable text, for example{' '}
        <code>?arrivalRate=9&amp;seed=7</code>. You can edit it by hand: what is not valid is left at its
        default and named. The embed code puts the same widget into a page of yours; for a class you can lock
        controls and hide parts.
      </p>
      <p>
        An embedded widget tells the page around it how high it is, by a message of the form{' '}
        <code>{"{type: 'goodput:height', height: 640}"}</code>, so that your page can fit its frame.
      </p>
    </>
  );
}
