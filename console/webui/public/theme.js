// Before the first paint, so that nobody in the dark sees a white flash.
(function () {
  var chosen = 'auto';
  try {
    chosen = localStorage.getItem('minori.theme') || 'auto';
  } catch (e) {
    // A browser that keeps nothing gets the system's colours.
  }
  var dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
