import QtQuick
import Plumbline

// Paper on paper: what belongs together.
Rectangle {
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.hairline
    border.color: Theme.line
}
