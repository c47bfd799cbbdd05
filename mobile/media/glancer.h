// Looks into sounds and films before anybody plays them: how long they are, the first picture of a film, and whether
// this device can play them at all. One after another, each once while somebody is signed in. UI thread.
#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QQueue>
#include <memory>

#include "mobile/media/media_deck.h"

namespace plumb::mobile {

struct Glance {
    qint64 length = 0;  // milliseconds; 0 where it is not known before it is played
    QImage poster;      // of a film
    MediaFault fault = MediaFault::none;
};

class Glancer : public QObject {
    Q_OBJECT

  public:
    explicit Glancer(std::shared_ptr<const SealedFiles> files, QObject* parent = nullptr);
    ~Glancer() override;
    // The one instance; null where the app has none (yet).
    static Glancer* instance();

    // Answered by seen(), now or later.
    void look(const QString& file, bool film);
    // Null before it was seen.
    [[nodiscard]] const Glance* of(const QString& file) const;
    // Nobody is signed in any more: posters are pictures unsealed.
    void forget();
    // What was not here may have come.
    void forgetAway();

  signals:
    void seen(const QString& file);

  private:
    struct Wish {
        QString file;
        bool film = false;
    };
    void next();
    void open(const Wish& wish, Bytes content);
    void finish(const QString& file, Glance glance);

    std::shared_ptr<const SealedFiles> m_files;
    QHash<QString, Glance> m_seen;
    QQueue<Wish> m_wishes;
    std::unique_ptr<MediaDeck> m_deck;
    bool m_busy = false;
    int m_turn = 0;  // what was begun before forgetting comes too late
};

}  // namespace plumb::mobile
