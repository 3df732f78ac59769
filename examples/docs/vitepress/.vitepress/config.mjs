import { wardley } from '../wardley.mjs';

export default {
  title: 'Maps in VitePress',
  markdown: { config: md => md.use(wardley) },
};
