export { default as AttachmentField } from './attachment/AttachmentField.vue';
export { default as AttachmentList } from './attachment/AttachmentList.vue';
export type { MediaFileFragment } from './file/MediaFile.generated.ts';
export type { LinkPreviewCardFragment } from './preview/LinkPreviewCard.generated.ts';
export { default as LinkPreviewCard } from './preview/LinkPreviewCard.vue';
export { useLinkPreview } from './preview/useLinkPreview.ts';
export { maxAttachments } from './upload/accepted-types.ts';
