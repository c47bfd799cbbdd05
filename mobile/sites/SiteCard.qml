import QtQuick
import Plumbline

// A site in a list: its name, what it is and grows, where it lies.
ListCard {
    required property string id
    required property string name
    required property string code
    required property string address
    required property string programme
    required property string sector
    required property string point
    required property string grows

    objectName: "site_" + id
    title: name
    subtitle: [[programme, sector].filter(part => part !== "").join(" · "), grows, address].filter(part => part !== "").join("\n")
    leftText: code
    rightText: point
}
