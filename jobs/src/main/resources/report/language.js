'use strict';
/* Both languages stand in the page; the button chooses one, and nothing is stored. */
const pageLanguage = (() => {
  const root = document.documentElement;
  const button = document.getElementById('language');
  const arabic = () => root.lang === 'ar';
  const say = (ar, en) => (arabic() ? ar : en);
  const title = document.title;
  let changed = () => {};
  function turn() {
    const next = arabic() ? 'en' : 'ar';
    root.lang = next;
    root.dir = next === 'ar' ? 'rtl' : 'ltr';
    button.textContent = say('English', 'العربية');
    button.lang = say('en', 'ar');
    button.dir = say('ltr', 'rtl');
    button.setAttribute('aria-label', say('Show this page in English', 'اعرض هذه الصفحة بالعربية'));
    document.title = say(title, root.dataset.title);
    changed();
  }
  button.addEventListener('click', turn);
  /* A link may ask for English: report.html#en. */
  if (location.hash === '#en') {
    turn();
  }
  return {arabic, say, onChange: (redraw) => { changed = redraw; }};
})();
