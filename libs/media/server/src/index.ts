export { Attachments, maxAttachments, type AttachmentOwner } from './attachment/attachments.ts';
export { MediaOwners, type MediaOwner } from './attachment/media-owners.ts';
export { FileEntity } from './file/file.entity.ts';
export { FileLoader } from './file/file.loader.ts';
export { MediaFileType } from './file/file.type.ts';
export { parseMediaSettings } from './media.config.ts';
export { mediaDomain } from './media.domain.ts';
export { MediaModule } from './media.module.ts';
