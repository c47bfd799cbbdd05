#include "mobile/media/media_backend.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLibrary>
#include <QPluginLoader>

namespace plumb::mobile {

namespace {

// Qt's player goes down where one of these is not installed (Debian: gstreamer1.0-plugins-base). GStreamer is not
// linked but asked by name: it is Qt's affair, and may be another one on another system.
bool hasGStreamerElements() {
    QLibrary library(QStringLiteral("gstreamer-1.0"), 0);
    const auto begin = reinterpret_cast<int (*)(int*, char***, void*)>(library.resolve("gst_init_check"));
    const auto find = reinterpret_cast<void* (*)(const char*)>(library.resolve("gst_element_factory_find"));
    const auto release = reinterpret_cast<void (*)(void*)>(library.resolve("gst_object_unref"));
    if (!begin || !find || !release || !begin(nullptr, nullptr, nullptr)) return false;
    for (const char* name : {"appsrc", "decodebin", "queue", "fakesink", "input-selector", "audioconvert",
                             "audioresample", "volume", "videoconvert"}) {
        auto* factory = find(name);
        if (!factory) return false;
        release(factory);
    }
    return true;
}

}  // namespace

bool hasMediaBackend(const QString& name) {
    bool found = false;
    for (const auto& path : QCoreApplication::libraryPaths()) {
        const QDir folder(path + QStringLiteral("/multimedia"));
        for (const auto& file : folder.entryList(QDir::Files)) {
            if (!QLibrary::isLibrary(file)) continue;
            QPluginLoader plugin(folder.filePath(file));
            const auto keys = plugin.metaData()[QLatin1String("MetaData")][QLatin1String("Keys")].toArray();
            if (!name.isEmpty() && !keys.contains(name)) continue;
            // Where there are several, Qt 6.4 takes this one, whole or not.
            if (keys.contains(QLatin1String("gstreamer"))) return plugin.load() && hasGStreamerElements();
            found = found || plugin.load();
        }
    }
    return found;
}

bool hasMediaBackend() {
    static const bool has = hasMediaBackend(qEnvironmentVariable("QT_MEDIA_BACKEND"));
    return has;
}

}  // namespace plumb::mobile
