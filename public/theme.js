// Sets the theme and the motion that the reader chose before the first paint: a file, because the content policy
// allows no inline script, and a classic script, because a module would run after that paint. The settings store
// writes and validates these; without storage the system's own choices hold.
(() => {
  try {
    const { theme, motion } = JSON.parse(localStorage.getItem('goodput-settings') ?? '{}').state ?? {};
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    if (motion === 'reduced') document.documentElement.dataset.motion = motion;
  } catch {
    // Storage is refused or holds something else.
  }
})();
