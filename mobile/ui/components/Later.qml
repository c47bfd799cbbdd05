import QtQuick
import QtQuick.Templates as T

// A sheet or a stage of a page that is made when it is first asked for, and then stays: a page that opens is not kept
// waiting by what is rarely looked at.
Loader {
    id: later

    readonly property bool opened: item !== null && (item as T.Popup).opened

    active: false

    function made(): QtObject {
        active = true;
        return item;
    }
}
