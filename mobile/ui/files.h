// Where the file sheet begins to look, and paths as people read them. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QUrl>

namespace plumb::mobile {

class Files : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QUrl startFolder READ startFolder CONSTANT)

  public:
    using QObject::QObject;

    [[nodiscard]] QUrl startFolder() const;
    Q_INVOKABLE [[nodiscard]] QString pathOf(const QUrl& url) const { return url.toLocalFile(); }
};

}  // namespace plumb::mobile
