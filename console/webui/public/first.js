// What cannot wait for the page's own script.
(function () {
  // Before the first paint, so that nobody in the dark sees a white flash.
  var chosen = 'auto';
  try {
    chosen = localStorage.getItem('minori.theme') || 'auto';
  } catch (e) {
    // A browser that keeps nothing gets the system's colours.
  }
  var dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  // Who is signed in is asked while the script is on its way: nothing can be read before it is known.
  window.minoriSession = fetch('/api/session', { headers: { Accept: 'application/json' } });
  window.minoriSession.catch(function () {
    // The page says so, once it is there.
  });
})();
