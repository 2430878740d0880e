import { defineAsyncComponent, h } from 'vue';

import Skeleton from '../components/Skeleton.vue';

/** While the file of the charts is on its way. */
const coming = { loadingComponent: () => h(Skeleton, { lines: 4 }) };

// One file of the build for all of them (see vite.config.ts), which only pages with charts fetch.
export const TrendChart = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./TrendChart.vue'), ...coming });
export const BarChart = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./BarChart.vue'), ...coming });
export const ColumnChart = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./ColumnChart.vue'), ...coming });
export const HeatMap = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./HeatMap.vue'), ...coming });
export const ChordChart = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./ChordChart.vue'), ...coming });
export const ChartFigure = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./ChartFigure.vue'), ...coming });
export const FigureTile = /* @__PURE__ */ defineAsyncComponent({ loader: () => import('./FigureTile.vue'), ...coming });
