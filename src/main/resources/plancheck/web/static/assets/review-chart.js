// The table of outcomes per county once more, as bars; the table stays for whoever reads it.
(() => {
  const table = document.getElementById('counties');
  const place = document.getElementById('chart');
  if (!table || !place || !window.echarts) return;
  const colours = {
    'fail': '#b91c1c', 'insufficient-data': '#ca8a04', 'needs-review': '#7e22ce', 'error': '#450a0a', 'not-due': '#2563eb', 'pass': '#15803d',
    'direction': '#0e7490',
  };
  const rows = [...table.tBodies[0].rows].reverse();
  const kinds = [...table.querySelectorAll('thead [data-outcome]')];
  const counts = id => rows.map(row => Number(row.querySelector(`[data-outcome="${id}"]`).dataset.count));
  place.hidden = false;
  place.classList.add(`rows-${Math.min(rows.length, 8)}`);
  const chart = echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption({
    aria: { decal: { show: true } },
    animation: false,
    grid: { left: 8, right: 24, top: 56, bottom: 8, containLabel: true },
    legend: { top: 0, type: 'scroll' },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: rows.map(row => row.dataset.county) },
    series: kinds.filter(kind => counts(kind.dataset.outcome).some(n => n > 0)).map(kind => ({
      name: kind.textContent.trim(), type: 'bar', stack: 'all', barMaxWidth: 28,
      itemStyle: { color: colours[kind.dataset.outcome] }, data: counts(kind.dataset.outcome),
    })),
  });
  addEventListener('resize', () => chart.resize());
})();
