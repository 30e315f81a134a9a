export default {
  ja: {
    trend: '直近 {{days}} 日間の声の件数（感情別の積み上げ）',
    baseline: '日ごとの件数と、過去から予想される範囲',
    sparkline: '直近 {{days}} 日の推移、最大 {{top}} 件',
    count: '件数',
    expected: '予想',
    upper: '予想の上限',
  },
  en: {
    trend: 'Feedback a day over the last {{days}} days, stacked by sentiment',
    baseline: 'Count a day and the range its past lets expect',
    sparkline: 'Last {{days}} days, at most {{top}} a day',
    count: 'Count',
    expected: 'Expected',
    upper: 'Upper bound',
  },
};
