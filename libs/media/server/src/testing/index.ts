export { eicar, FakeClamd } from './fake-clamd.ts';
export { MediaFolder } from './media-folder.ts';
export { aDocx, aGif, aPdf, aPhoto, aPng, aZip } from './samples.ts';
export { download, upload, type UploadAnswer } from './uploading.ts';
