export function Privacy() {
  return (
    <>
      <h2>Your data</h2>
      <p>
        Nothing leaves this browser. There is no account and no tracking, and the page’s own policy forbids it
        to contact any other host. Simulations and models run on your device.
      </p>
      <p>
        Progress, notes, notebooks, logged decisions and measurements are stored in this browser only. Another
        browser or a private window does not see them, and clearing the site’s data removes them.{' '}
        <a href="#/settings">Settings</a> shows whether they are saved, and lets you export them to a file and
        bring them back.
      </p>
    </>
  );
}
