// What a sound or film on the screen is known to be before it is played: QML makes one for each that it shows. UI
// thread.
#pragma once

#include <qqmlregistration.h>
#include <QImage>
#include <QObject>

#include "mobile/media/glancer.h"

namespace plumb::mobile {

class MediaGlance : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString file MEMBER m_file WRITE setFile NOTIFY changed)
    Q_PROPERTY(bool film MEMBER m_film WRITE setFilm NOTIFY changed)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY changed)  // "" while unknown
    Q_PROPERTY(QImage poster READ poster NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    explicit MediaGlance(QObject* parent = nullptr);

    void setFile(const QString& file);
    void setFilm(bool film);
    [[nodiscard]] QString lengthText() const;
    [[nodiscard]] QImage poster() const;
    [[nodiscard]] QString problem() const;

  signals:
    void changed();

  private:
    void look();
    [[nodiscard]] const Glance* glance() const;

    QString m_file;
    bool m_film = false;
    bool m_asked = false;  // not before both properties stand
};

}  // namespace plumb::mobile
