import { wardley } from '../wardley.mjs';

export default {
  title: 'Maps in VitePress',
  srcExclude: ['README.md'],
  markdown: { config: md => md.use(wardley) },
};
