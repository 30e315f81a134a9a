import { LegendPlainComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { Palette } from '../app/palette';

echarts.use([LegendPlainComponent]);

/** What the colours mean, in the top right corner. It hides nothing: what is saved is what is seen. */
export const legend = (colours: Palette, names: readonly (string | { name: string; icon: string })[]) => ({
  top: 0,
  right: 0,
  data: names,
  selectedMode: false,
  itemWidth: 10,
  itemHeight: 10,
  itemGap: 14,
  icon: 'roundRect',
  textStyle: { color: colours.dimmed, fontSize: 11 },
});
