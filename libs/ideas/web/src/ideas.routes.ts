import type { RouteRecordRaw } from 'vue-router';

export const ideasRoutes: RouteRecordRaw[] = [];
