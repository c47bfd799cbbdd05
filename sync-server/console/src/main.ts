// Before all components, whose own rules come behind what holds everywhere.
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { createApp } from 'vue'
import App from './app/App.vue'
import { i18n, nameDocument } from './i18n'
import { startRouter } from './ui/router'
import { watchTheme } from './ui/theme'
import { watchWidth } from './ui/width'
import { startOffline } from './offline/offline'
import { startSession } from './people/session'

nameDocument()
watchTheme()
startRouter()
watchWidth()
createApp(App).use(i18n).mount('#app')
void startSession()
void startOffline()
