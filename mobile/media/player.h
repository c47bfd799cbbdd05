// What is being played: one sound or film in the whole app, so that beginning another ends it. QML reaches it as the
// singleton Player; whatever shows a file asks whether it is the one (`file`). UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QImage>
#include <QObject>
#include <QQmlEngine>
#include <memory>

#include "mobile/media/media_deck.h"

namespace plumb::mobile {

class Player : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString file READ file NOTIFY changed)        // the hash; "" where nothing was begun
    Q_PROPERTY(QString state READ state NOTIFY changed)      // idle, loading, playing, paused, ended, cannot
    Q_PROPERTY(QString problem READ problem NOTIFY changed)  // why it cannot be played
    Q_PROPERTY(QString silence READ silence NOTIFY changed)  // "" where it can be heard
    Q_PROPERTY(int position READ position NOTIFY moved)      // milliseconds
    Q_PROPERTY(int length READ length NOTIFY moved)          // 0 while unknown
    Q_PROPERTY(QString positionText READ positionText NOTIFY moved)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY moved)
    Q_PROPERTY(QImage picture READ picture NOTIFY pictured)
    Q_PROPERTY(bool onStage READ onStage NOTIFY changed)  // a film, over everything else
    Q_PROPERTY(QString title READ title NOTIFY changed)   // of the film

  public:
    explicit Player(std::shared_ptr<const SealedFiles> files, QObject* parent = nullptr);
    ~Player() override;
    // For the engine: the one instance.
    static Player* create(QQmlEngine* engine, QJSEngine* scripts);

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString problem() const { return mediaSentence(m_fault); }
    [[nodiscard]] QString silence() const;
    [[nodiscard]] int position() const;
    [[nodiscard]] int length() const;
    [[nodiscard]] QString positionText() const { return mobile::lengthText(position()); }
    [[nodiscard]] QString lengthText() const { return length() > 0 ? mobile::lengthText(length()) : QString(); }
    [[nodiscard]] const QImage& picture() const { return m_picture; }
    [[nodiscard]] bool onStage() const { return m_film; }
    [[nodiscard]] const QString& title() const { return m_title; }

    // Begins a sound; pauses it, or goes on, where it is the one. What ended begins again.
    Q_INVOKABLE void toggle(const QString& sound);
    // Begins a film on the stage.
    Q_INVOKABLE void showFilm(const QString& film, const QString& title);
    // The film has another name now (in another language); no matter where another one is played.
    Q_INVOKABLE void rename(const QString& film, const QString& title);
    Q_INVOKABLE void pauseOrGoOn();
    Q_INVOKABLE void seek(int ms);
    // Ends whatever is played; nothing unsealed is left in memory.
    Q_INVOKABLE void stop();

  signals:
    void changed();
    void moved();
    void pictured();

  private:
    enum class State { idle, loading, playing, paused, ended, cannot };

    void begin(const QString& file, bool film);
    void load(Bytes content);
    void cannot(MediaFault fault);
    void playingChanged();
    void setState(State state);

    std::shared_ptr<const SealedFiles> m_files;
    std::unique_ptr<MediaDeck> m_deck;
    QString m_file, m_title;
    QImage m_picture;
    State m_state = State::idle;
    MediaFault m_fault = MediaFault::none;
    bool m_film = false, m_silent = false;
    int m_begun = 0;  // which of them: what was asked for another comes too late
};

}  // namespace plumb::mobile
