export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';

const looks: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken',
  danger: 'border-transparent bg-danger text-on-danger hover:opacity-90',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-8 px-3 py-1 text-sm',
  md: 'min-h-10 px-4 py-1.5',
};

/** The same look for a button (an action) and for a link (a place). */
export function buttonClass(variant: ButtonVariant, size: ButtonSize): string {
  return `inline-flex items-center justify-center gap-2 rounded-full border font-medium no-underline transition-colors
    aria-busy:cursor-progress disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-soft
    ${looks[variant]} ${sizes[size]}`;
}
