import QtQuick
import QtQuick.Controls.Basic

// Nothing: what the first frame of the app is compared with.
ApplicationWindow {
    visible: true
}
