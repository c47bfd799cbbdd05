import { createApp } from 'vue'
import App from './App.vue'
import { i18n, nameDocument } from './i18n'
import { startRouter } from './router'
import { startSession } from './store/session'
import './styles/tokens.css'
import './styles/base.css'

nameDocument()
startRouter()
createApp(App).use(i18n).mount('#app')
void startSession()
