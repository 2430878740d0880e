// The theme that the person chose, if any; see libs/platform/web/src/theme/theme.ts.
(function () {
  try {
    var chosen = localStorage.getItem('parvis.theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch {
    // No storage: the theme of the system.
  }
})();
