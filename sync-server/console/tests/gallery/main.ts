import { createApp } from 'vue'
import { i18n, nameDocument } from '../../src/i18n'
import { watchWidth } from '../../src/ui/width'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import '../../src/ui/controls.css'
import Gallery from './Gallery.vue'

nameDocument()
watchWidth()
createApp(Gallery).use(i18n).mount('#app')
