#include "mobile/camera/file_sound_source.h"

#include <QFile>
#include <QtEndian>

namespace plumb::mobile {

namespace {

constexpr int kPieceEach = 100;  // ms
constexpr qsizetype kPiece = qsizetype{kSoundRate} * 2 * kPieceEach / 1000;

// The samples of a RIFF/WAVE file; empty where it is none of the form that is wanted.
QByteArray samplesOf(const QByteArray& wav) {
    const auto number = [&](qsizetype at, int bytes) -> quint32 {
        return bytes == 2 ? qFromLittleEndian<quint16>(wav.constData() + at)
                          : qFromLittleEndian<quint32>(wav.constData() + at);
    };
    if (wav.size() < 12 || !wav.startsWith("RIFF") || wav.mid(8, 4) != "WAVE") return {};
    bool fits = false;
    for (qsizetype at = 12; at + 8 <= wav.size();) {
        const qsizetype size = std::min<qsizetype>(number(at + 4, 4), wav.size() - at - 8);
        const QByteArray name = wav.mid(at, 4);
        if (name == "fmt " && size >= 16)
            fits = number(at + 8, 2) == 1 && number(at + 10, 2) == 1 && number(at + 12, 4) == kSoundRate &&
                   number(at + 22, 2) == 16;
        if (name == "data") return fits ? wav.mid(at + 8, size / 2 * 2) : QByteArray();
        at += 8 + size + size % 2;
    }
    return {};
}

}  // namespace

FileSoundSource::FileSoundSource(const QString& path, bool quick, QObject* parent) : SoundSource(parent) {
    QFile file(path);
    if (!path.isEmpty() && file.open(QIODevice::ReadOnly)) m_samples = samplesOf(file.readAll());
    m_tick.setInterval(quick ? 0 : kPieceEach);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const QByteArray piece = m_samples.mid(m_at, kPiece);
        m_at += piece.size();
        if (piece.isEmpty()) {
            m_tick.stop();
            emit failed(SoundFault::ended);
        } else {
            emit heard(piece);
        }
    });
}

void FileSoundSource::start() {
    if (m_samples.isEmpty()) {
        QTimer::singleShot(0, this, [this] { emit failed(SoundFault::missing); });
        return;
    }
    // After a pause it goes on where it was.
    if (m_at >= m_samples.size()) m_at = 0;
    m_tick.start();
}

}  // namespace plumb::mobile
