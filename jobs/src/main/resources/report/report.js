(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const root = document.documentElement;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION'];
  const PALETTE = ['#1f4e79', '#b3541e', '#2f6b3c', '#7a3b69', '#8a7a00', '#2a7f8e', '#a63a50',
    '#5b5ea6', '#6b8e23', '#8c6d46', '#477998', '#9c4f96', '#3d7a5d', '#b08000', '#6d6875'];
  const WHOLE = -1;
  const {arabic, say} = pageLanguage;
  const number = (n) => n.toLocaleString('en-US');
  const byId = (id) => document.getElementById(id);

  /* Text goes in as text, never as markup: what a paper printed cannot act here. */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function counted(n, noun) {
    const forms = data.nouns[noun];
    if (!arabic()) {
      return number(n) + ' ' + forms.en[n === 1 ? 0 : 1];
    }
    const category = ['zero', 'one', 'two', 'few', 'many', 'other']
      .indexOf(new Intl.PluralRules('ar').select(n));
    return category < 3 ? forms.ar[category] : number(n) + ' ' + forms.ar[category];
  }

  /* Days are written here as the template writes them. */
  const MONTHS = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر',
    'أكتوبر', 'نوفمبر', 'ديسمبر'];
  const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  function shortDay(iso) {
    const [, month, day] = iso.split('-').map(Number);
    return day + ' ' + (arabic() ? MONTHS : ENGLISH)[month - 1];
  }
  const longDay = (iso) => shortDay(iso) + ' ' + iso.slice(0, 4);

  /* Text in a drawing runs from the left unless it begins with a sign that says otherwise: «21 يوليو». */
  const drawnText = (text) => (arabic() ? '\u200F' : '') + text;

  function cited(id) {
    const item = data.articles[id];
    const title = make('bdi', {lang: 'ar'}, item.title);
    const line = make('cite', {class: 'item', 'data-article': id});
    line.append(item.url
      ? make('a', {href: item.url, rel: 'noopener noreferrer nofollow', target: '_blank'}, title)
      : title);
    line.append(' ', make('small', {}, make('bdi', {}, item.source), say('، ', ', '),
      make('time', {datetime: item.date}, longDay(item.date)),
      ...(item.url ? [] : [' ', make('code', {dir: 'ltr'}, id)])));
    return line;
  }

  /* What an article says, with the words in question marked. */
  function marked(passage) {
    const line = make('p', {class: 'passage', lang: 'ar', dir: 'auto'});
    let at = 0;
    passage.marks.forEach(([start, end]) => {
      line.append(passage.text.slice(at, start), make('mark', {}, passage.text.slice(start, end)));
      at = end;
    });
    line.append(passage.text.slice(at));
    return line;
  }

  function items(passages) {
    const list = make('ul', {class: 'items'});
    passages.filter((p) => data.articles[p.article])
      .forEach((p) => list.append(make('li', {}, ...(p.text ? [marked(p)] : []), cited(p.article))));
    return list;
  }

  /* A small line over the days of the window, as the page is read. */
  function spark(values) {
    const ns = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(ns, 'svg');
    const line = document.createElementNS(ns, 'polyline');
    const most = Math.max(1, ...values);
    const step = 116 / Math.max(1, values.length - 1);
    line.setAttribute('points', values.map((n, i) => (2 + i * step).toFixed(1) + ',' + (25 - 22 * n / most).toFixed(1)).join(' '));
    svg.setAttribute('viewBox', '0 0 120 28');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('class', 'spark');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', say('القصص يومًا بيوم: ', 'Stories day by day: ') + values.join(' '));
    svg.append(line);
    return svg;
  }

  const style = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const font = () => style('--text');
  const colours = () => ({
    PERSON: style('--person'), ORGANIZATION: style('--organization'), LOCATION: style('--location'),
  });
  const charts = new Map();
  function chart(id, option, label) {
    const box = byId(id);
    if (!box) {
      return null;
    }
    let drawn = charts.get(id);
    if (!drawn) {
      drawn = echarts.init(box, null, {renderer: 'svg'});
      charts.set(id, drawn);
    }
    box.setAttribute('aria-label', label);
    drawn.setOption({
      animation: !calm,
      animationDuration: 300,
      textStyle: {fontFamily: font(), color: style('--ink'), fontSize: 13},
      ...option,
    }, true);
    return drawn;
  }

  /* The days of the period chosen, and what belongs to them of a list by day. */
  const last = data.days.length - 1;
  const state = {source: '', category: '', from: 0, to: last, day: last, types: new Set(TYPES), level: 'paragraph', chosen: null};
  const ofPeriod = (byDay) => byDay.slice(state.from, state.to + 1);

  /* Time runs as the page is read: from the right in Arabic, from the left in English. */
  function timeAxes() {
    const soft = style('--soft');
    return {
      xAxis: {
        type: 'category', data: ofPeriod(data.days).map(shortDay).map(drawnText), inverse: arabic(),
        axisLine: {lineStyle: {color: soft}}, axisTick: {show: false},
        axisLabel: {color: soft, hideOverlap: true, fontFamily: font()},
      },
      yAxis: {
        type: 'value', minInterval: 1, position: arabic() ? 'right' : 'left',
        axisLabel: {color: soft}, splitLine: {lineStyle: {color: style('--rule')}},
      },
    };
  }
  const GRID = {top: 16, bottom: 4, left: 4, right: 4, containLabel: true};
  const legend = () => ({
    type: 'scroll', top: 0, left: arabic() ? 'auto' : 0, right: arabic() ? 0 : 'auto',
    align: arabic() ? 'right' : 'left', itemWidth: 14, itemHeight: 10, icon: 'roundRect',
    textStyle: {color: style('--ink'), fontFamily: font(), fontSize: 14},
    pageTextStyle: {color: style('--soft')}, pageIconColor: style('--soft'),
  });
  const tooltip = (more) => ({
    confine: true, renderMode: 'richText', backgroundColor: style('--paper'),
    borderColor: style('--rule'), textStyle: {color: style('--ink'), fontFamily: font()}, ...more,
  });

  /* What the reader narrows the page to. */
  const facetOf = (source, category) =>
    data.facets.find((f) => f.source === source && f.category === category);
  /* A small section of a source has no lists of its own. */
  const ofChosen = (lists) => {
    const facet = facetOf(state.source, state.category);
    return (facet && lists[facet.key]) || {};
  };

  /* The names of what is chosen, with a sign between; nothing if all is shown. */
  const facetName = () => [state.source, state.category].filter(Boolean)
    .flatMap((name, i) => [...(i ? [say('، ', ', ')] : []), make('bdi', {}, name)]);

  /* Where there is but one there is nothing to choose. */
  function drawFacets() {
    const fill = (kind, all, names, facet) => {
      const select = byId(kind);
      select.replaceChildren(make('option', {value: ''}, all), ...names
        .map((name) => {
          const found = facet(name);
          return make('option', {value: name},
            name + (found ? ' (' + counted(found.articles, 'article') + ')' : ''));
        }));
      select.value = state[kind];
      select.parentElement.hidden = names.length < 2;
    };
    const alone = (kind, other) => data.facets.filter((f) => f[kind] && !f[other]).map((f) => f[kind]);
    fill('source', say('كل المصادر', 'All sources'), alone('source', 'category'),
      (name) => facetOf(name, state.category));
    fill('category', say('كل الأقسام', 'All sections'), alone('category', 'source'),
      (name) => facetOf(state.source, name));
    ['from', 'to'].forEach((end) => {
      byId(end).replaceChildren(...data.days.map((day, i) => make('option', {value: i}, shortDay(day))));
      byId(end).value = state[end];
    });
  }

  const everything = () => !state.source && !state.category && state.from === 0 && state.to === last;
  function wantedArticle(id, sources) {
    const item = data.articles[id];
    return (!state.source || (sources || [item.source]).includes(state.source))
      && (!state.category || state.category === item.category)
      && (state.from === 0 || item.date >= data.days[state.from])
      && (state.to === last || item.date <= data.days[state.to]);
  }

  /* Hides what cites an article that is not wanted: the entry of a list, or a passage. */
  function filterCited() {
    document.querySelectorAll('cite[data-article]').forEach((cite) => {
      const entry = cite.closest('li, blockquote');
      const sources = entry.dataset.sources && JSON.parse(entry.dataset.sources);
      entry.hidden = !wantedArticle(cite.dataset.article, sources);
    });
    document.querySelectorAll('ul.items, ul.quotes, .passages').forEach((list) => {
      const entries = [...list.children];
      list.classList.toggle('emptied', entries.length > 0 && entries.every((entry) => entry.hidden));
    });
    const ids = Object.keys(data.articles);
    byId('all').hidden = everything();
    const left = ids.filter((id) => wantedArticle(id)).length;
    byId('shown').textContent = everything() ? '' : say(
      'من المقالات المذكورة في الصفحة: ' + number(left) + ' / ' + number(ids.length),
      'of the articles cited on this page: ' + number(left) + ' / ' + number(ids.length));
  }

  function narrow(change) {
    Object.assign(state, change);
    if (state.day !== WHOLE) {
      state.day = Math.min(Math.max(state.day, state.from), state.to);
    }
    drawFiltered();
  }

  /* The day's words. */
  function drawDays() {
    const box = byId('days');
    const focused = box.contains(document.activeElement);
    const button = (day, text) => {
      const one = make('button',
        {type: 'button', 'data-day': day, 'aria-pressed': String(day === state.day)}, text);
      one.addEventListener('click', () => {
        state.day = day;
        drawDays();
        drawWords();
      });
      return one;
    };
    box.replaceChildren(
      button(WHOLE, say('النافذة كلها', 'Whole window')),
      ...ofPeriod(data.days).map((day, i) => button(state.from + i, shortDay(day))));
    if (focused) {
      box.querySelector('[aria-pressed="true"]').focus();
    }
  }

  function drawWords() {
    const rows = ofChosen(data.top)[state.day] || [];
    const most = Math.max(1, ...rows.map((r) => r[1]));
    const day = state.day === WHOLE ? say('النافذة كلها', 'Whole window') : shortDay(data.days[state.day]);
    const facet = facetName();
    byId('words-caption').replaceChildren(day, facet.length ? say('، ', ', ') : '', ...facet,
      rows.length ? '' : say(': أقل من أن تكون لها قائمة', ': too little for a list'));
    byId('words').tBodies[0].replaceChildren(...rows.flatMap(([word, n, passages], i) => {
      const fill = make('span', {class: 'fill', 'aria-hidden': 'true'});
      fill.style.width = (80 * n / most) + '%';
      const bar = make('td', {}, make('div', {class: 'track'}, fill, make('b', {}, number(n))));
      const name = make('bdi', {lang: 'ar'}, data.words[word]);
      const wanted = passages.filter((p) => data.articles[p.article] && wantedArticle(p.article));
      if (!wanted.length) {
        return [make('tr', {}, make('th', {scope: 'row'}, name), bar)];
      }
      const where = make('tr', {id: 'where-' + i}, make('td', {colspan: 2}, items(wanted)));
      const button = make('button', {type: 'button', 'aria-controls': where.id}, name);
      const open = (shown) => {
        where.hidden = !shown;
        button.setAttribute('aria-expanded', String(shown));
      };
      open(false);
      button.addEventListener('click', () => open(where.hidden));
      return [make('tr', {}, make('th', {scope: 'row'}, button), bar), where];
    }));
    const lines = rows.slice(0, 5).map((r) => r[0]);
    chart('words-chart', {
      color: PALETTE, legend: legend(), grid: {...GRID, top: 44},
      tooltip: tooltip({trigger: 'axis'}), ...timeAxes(),
      series: lines.map((w) => ({
        name: data.words[w], type: 'line', data: ofPeriod(data.series[w]), symbolSize: 7, lineStyle: {width: 2.5},
        emphasis: {focus: 'series'},
      })),
    }, say('مسار الكلمات: ', 'Over time: ') + lines.map((w) => data.words[w]).join(say('، ', ', ')));
  }

  function drawTopics() {
    const shown = data.topics.slice(0, PALETTE.length);
    const narrow = innerWidth < 600;
    chart('topics-chart', {
      color: PALETTE, grid: GRID,
      tooltip: tooltip({trigger: narrow ? 'item' : 'axis', axisPointer: {type: 'shadow'}}), ...timeAxes(),
      series: shown.map((t) => ({
        name: t.label, data: ofPeriod(t.daily), type: 'bar', stack: 'all', barWidth: '72%',
      })),
    }, say('المقالات بحسب الموضوع واليوم', 'Articles by topic and day'));
    document.querySelectorAll('.card').forEach((card, i) => {
      card.style.setProperty('--swatch', PALETTE[i] || '#8d877c');
    });
  }

  /* Who. */
  const FIRST = 12;
  function nameRow([id, articles, stories]) {
    const card = data.entities[id];
    const summary = make('summary', {},
      make('span', {class: 'name'}, make('bdi', {lang: 'ar'}, card.name),
        ...(!arabic() && card.nameEn ? [' ', make('bdi', {class: 'latin', lang: 'en'}, card.nameEn)] : [])),
      make('span', {class: 'count'}, counted(stories, 'story'), ' · ', counted(articles, 'article')));
    const forms = make('p', {class: 'forms'}, say('كُتب: ', 'Written: '));
    card.forms.forEach(([form, n], i) =>
      forms.append(i ? say('، ', ', ') : '', make('bdi', {lang: 'ar'}, form), ' (' + number(n) + ')'));
    return make('li', {}, make('details', {}, summary, spark(card.daily), forms, items(card.passages)));
  }

  function drawNames() {
    const facet = facetName();
    byId('who-facet').replaceChildren(facet.length ? make('span', {}, say('من ', 'Only '), ...facet) : '');
    document.querySelectorAll('ol.names').forEach((list) => {
      const rows = (ofChosen(data.names)[list.dataset.type] || []).map(nameRow);
      list.replaceChildren(...rows);
      if (!rows.length) {
        list.append(make('li', {class: 'none'},
          say(list.dataset.type === 'PERSON' ? 'لا أحد' : 'لا شيء', 'none')));
      }
      const old = list.parentElement.querySelector('.more');
      if (old) {
        old.remove();
      }
      if (rows.length > FIRST) {
        rows.slice(FIRST).forEach((row) => { row.hidden = true; });
        const more = make('button', {type: 'button', class: 'more'}, say('المزيد', 'More'));
        more.addEventListener('click', () => {
          rows.forEach((row) => { row.hidden = false; });
          rows[FIRST].querySelector('summary').focus();
          more.remove();
        });
        list.after(more);
      }
    });
  }

  /* Who stands with whom. */
  const MOST_LINKS = 45;
  const label = (id) => (arabic() ? data.entities[id].name : data.entities[id].nameEn || data.entities[id].name);
  /* Of each two types in turn the next strongest, so that places do not crowd out persons. */
  const wanted = () => data.links
    .filter((l) => l.level === state.level
      && [l.a, l.b].every((id) => state.types.has(data.entities[id].type)))
    .sort((x, y) => x.place - y.place || y.stories - x.stories)
    .slice(0, MOST_LINKS)
    .sort((x, y) => y.stories - x.stories);

  function drawLevels() {
    const levels = {
      article: say('مقال', 'article'), paragraph: say('فقرة', 'paragraph'), sentence: say('جملة', 'sentence'),
    };
    byId('level').replaceChildren(
      ...Object.entries(levels).map(([value, text]) => make('option', {value}, text)));
    byId('level').value = state.level;
  }

  function drawNetwork() {
    if (!byId('network')) {
      return;
    }
    const links = wanted();
    const ids = [...new Set(links.flatMap((l) => [l.a, l.b]))];
    const colour = colours();
    const most = Math.max(1, ...ids.map((id) => data.entities[id].stories));
    const heaviest = Math.max(1, ...links.map((l) => l.stories));
    const narrow = byId('network').clientWidth < 600;
    drawLevels();
    const drawn = chart('network', {
      tooltip: tooltip({
        formatter: (p) => p.dataType === 'edge'
          ? label(p.data.source) + ' – ' + label(p.data.target) + '\n' + drawnText(counted(p.data.value, 'story'))
          : label(p.data.id) + '\n' + drawnText(counted(data.entities[p.data.id].stories, 'story')),
      }),
      series: [{
        type: 'graph', layout: 'force', zoom: narrow ? 0.62 : 0.85, roam: narrow ? false : 'move', draggable: true,
        force: {
          initLayout: 'circular', layoutAnimation: false,
          repulsion: narrow ? 100 : 260, edgeLength: narrow ? [25, 70] : [50, 130], gravity: 0.2,
        },
        data: ids.map((id) => ({
          id, name: label(id), value: data.entities[id].stories,
          symbolSize: 8 + 26 * Math.sqrt(data.entities[id].stories / most),
          itemStyle: {color: colour[data.entities[id].type]},
        })),
        links: links.map((l) => ({
          source: l.a, target: l.b, value: l.stories,
          lineStyle: {width: 1.2 + 4 * l.stories / heaviest, color: style('--soft'), opacity: 0.45},
        })),
        label: {
          show: true, position: 'bottom', distance: 3, color: style('--ink'), fontFamily: font(),
          fontSize: narrow ? 12 : 13.5, textBorderColor: style('--paper'), textBorderWidth: 3,
        },
        labelLayout: {hideOverlap: true},
        emphasis: {focus: 'adjacency', lineStyle: {width: 6, opacity: 0.9}},
      }],
    }, say('شبكة الأسماء: ' + counted(links.length, 'link') + '، هي نفسها في الجدول التالي',
      'Network of names: ' + counted(links.length, 'link') + ', the same as in the table below'));
    drawn.off('click');
    drawn.on('click', (p) => choose(p.dataType === 'edge'
      ? links.find((l) => l.a === p.data.source && l.b === p.data.target) : p.data.id));
    drawPairs(links);
  }

  function drawPairs(links) {
    byId('pairs').tBodies[0].replaceChildren(...links.map((link) => {
      const button = make('button', {type: 'button', 'aria-controls': 'evidence'},
        make('bdi', {}, label(link.a)), ' – ', make('bdi', {}, label(link.b)));
      button.addEventListener('click', () => choose(link));
      const row = make('tr', {'data-pair': link.a + ' ' + link.b},
        make('th', {scope: 'row'}, button),
        make('td', {class: 'n'}, number(link.stories)),
        make('td', {class: 'n'}, number(link.sources)),
        make('td', {class: 'n'}, link.npmi.toFixed(2)));
      return row;
    }));
    const there = typeof state.chosen === 'string'
      ? links.some((l) => l.a === state.chosen || l.b === state.chosen) : links.includes(state.chosen);
    if (!there) {
      state.chosen = links[0] || null;
    }
    drawEvidence();
  }

  /* A link, or the id of a name: its evidence comes into sight and is read out. */
  function choose(chosen) {
    state.chosen = chosen;
    drawEvidence();
    byId('evidence').focus({preventScroll: true});
    byId('evidence').scrollIntoView({behavior: calm ? 'auto' : 'smooth', block: 'nearest'});
  }

  function drawEvidence() {
    const box = byId('evidence');
    const link = typeof state.chosen === 'string' ? null : state.chosen;
    const name = link ? null : data.entities[state.chosen];
    document.querySelectorAll('#pairs tr').forEach((row) =>
      row.classList.toggle('chosen', Boolean(link) && row.dataset.pair === link.a + ' ' + link.b));
    if (name) {
      box.replaceChildren(
        make('h4', {}, make('bdi', {}, label(state.chosen))),
        make('p', {class: 'why'}, counted(name.stories, 'story')),
        spark(name.daily), items(name.passages));
    } else if (link) {
      box.replaceChildren(
        make('h4', {}, make('bdi', {}, label(link.a)), ' – ', make('bdi', {}, label(link.b))),
        make('p', {class: 'why'}, counted(link.stories, 'story'), say('، ', ', '), counted(link.sources, 'source')),
        make('div', {class: 'passages'},
          ...link.evidence.map((p) => make('blockquote', {}, marked(p), cited(p.article)))));
    } else {
      box.replaceChildren(make('p', {class: 'none'}, say('لا رابط بين هذه الأنواع.', 'No link among these types.')));
    }
    filterCited();
  }

  function drawFiltered() {
    drawFacets();
    drawDays();
    drawWords();
    drawTopics();
    drawNames();
    filterCited();
  }

  function drawAll() {
    drawFiltered();
    drawNetwork();
  }

  pageLanguage.onChange(drawAll);
  ['source', 'category'].forEach((kind) => byId(kind)
    .addEventListener('change', (event) => narrow({[kind]: event.target.value})));
  byId('from').addEventListener('change', (event) => {
    const from = Number(event.target.value);
    narrow({from, to: Math.max(from, state.to)});
  });
  byId('to').addEventListener('change', (event) => {
    const to = Number(event.target.value);
    narrow({to, from: Math.min(to, state.from)});
  });
  byId('all').addEventListener('click', () => {
    narrow({source: '', category: '', from: 0, to: last});
    byId('source').focus();
  });
  if (byId('level')) {
    byId('level').addEventListener('change', (event) => {
      state.level = event.target.value;
      drawNetwork();
    });
  }
  document.querySelectorAll('input[name="type"]').forEach((box) => box.addEventListener('change', () => {
    state.types[box.checked ? 'add' : 'delete'](box.value);
    drawNetwork();
  }));
  /* A link to a definition opens it. */
  function open() {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
    }
  }
  addEventListener('hashchange', open);
  let pending;
  addEventListener('resize', () => {
    clearTimeout(pending);
    pending = setTimeout(() => charts.forEach((c) => c.resize()), 120);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  drawAll();
  open();
})();
