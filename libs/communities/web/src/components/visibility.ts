import { EyeOff, Globe, Lock } from '@lucide/vue';
import type { CommunityVisibility } from '@parvis/platform/web';
import type { Component } from 'vue';

export const visibilityIcons: Record<CommunityVisibility, Component> = { OPEN: Globe, CLOSED: Lock, SECRET: EyeOff };
