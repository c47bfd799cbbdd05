import QtQuick
import Plumbline

// Chinese or English, each in its own words.
Segmented {
    options: ["中文", "English"]
    names: ["languageZh", "languageEn"]
    current: Settings.language === "en" ? 1 : 0
    onPicked: index => Settings.language = index === 1 ? "en" : "zh"
}
