#include "mobile/photo/photo_in_hand.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include "mobile/photo/photo_copy.h"
#include "mobile/photo/photo_words.h"
#include "mobile/position/position_source.h"
#include "mobile/store/picture_content.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

constexpr int kStageSide = 2048;

Result<Bytes> contentFor(LocalStore& store, const Sha256& hash, int side) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return pictureContent(**tablet, hash, side);
}

Result<PhotoCopy> copyOf(LocalStore& store, const Sha256& hash, const CopyWish& wish) {
    const auto content = contentFor(store, hash, wish.longSide);
    if (!content) return fail(content.error());
    return makeCopy(*content, wish);
}

// A name that every system takes.
QString fileName(QString name) {
    static const QRegularExpression odd(QStringLiteral("[\\\\/:*?\"<>|\\s]+"));
    return name.replace(odd, QStringLiteral("_")).left(80);
}

Result<QString> writeCopy(const QByteArray& jpeg, const QString& name) {
    QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (folder.isEmpty()) folder = QDir::homePath();
    QDir().mkpath(folder);
    QString path = folder + u'/' + name + QStringLiteral(".jpg");
    for (int number = 2; QFile::exists(path); ++number)
        path = QStringLiteral("%1/%2-%3.jpg").arg(folder, name).arg(number);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(jpeg) != jpeg.size() || !file.commit())
        return fail(ErrorKind::full, "copy_unwritten", ss(file.errorString()));
    return path;
}

}  // namespace

PhotoInHand::PhotoInHand(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&m_marks, &MarkEditor::settled, this, [this] {
        const auto& layer = m_marks.layer();
        change(
            [&](store::Photo& one) { one.marks = layer.marks.empty() ? std::string() : picture::writeMarks(layer); });
        measureCopy();
    });
}

void PhotoInHand::show(const QString& hash) {
    m_hash = hash;
    m_marks.setPhoto({});
    m_problem.clear();
    m_copyBytes = 0;
    m_copyPixels.clear();
    const auto* shown = photo();
    if (!shown) return hide();
    m_marks.load(shown->sha256, shown->marks);
    emit changed();
    emit pictureChanged();
    emit copyChanged();
    m_store.ask(
        this,
        [original = shown->sha256](LocalStore& store) -> Result<QImage> {
            const auto content = contentFor(store, original, kStageSide);
            if (!content) return fail(content.error());
            auto image = pictureOf(*content, {kStageSide, kStageSide});
            if (image.isNull()) return fail(ErrorKind::malformed, "no_image", "the photo cannot be decoded");
            return image;
        },
        [this, hash](Result<QImage> image) {
            if (hash != m_hash) return;
            if (image)
                m_marks.setPhoto(*image);
            else
                m_problem = image.error().kind == ErrorKind::notFound
                                ? Sentence([] { return tr("这张照片不在本机。"); })
                                : Sentence(image.error());
            emit pictureChanged();
        });
    measureCopy();
}

void PhotoInHand::hide() {
    m_hash.clear();
    m_marks.setPhoto({});
    m_marks.load({}, {});
    emit changed();
    emit pictureChanged();
}

void PhotoInHand::setCaption(const QString& text) {
    change([&](store::Photo& one) {
        one.caption = ss(text.trimmed());
        if (one.origin) one.origin->caption = one.caption;
    });
}

void PhotoInHand::setReason(const QString& text) {
    change([&](store::Photo& one) {
        if (one.origin) one.origin->reason = ss(text.trimmed());
    });
}

void PhotoInHand::setWatermark(bool on) {
    if (on == m_watermark) return;
    m_watermark = on;
    emit watermarkChanged();
    measureCopy();
}

QStringList PhotoInHand::watermarkLines() const {
    const auto* shown = photo();
    if (!shown || !m_watermark) return {};
    const auto whose = about();
    QStringList second{dayText(msOf(shown->added.utc)) + u' ' + secondsText(msOf(shown->added.utc))};
    const auto place = shown->origin ? shown->origin->place : std::nullopt;
    second.append(place ? placeWords(*place) : tr("位置未记"));
    if (!whose.signer.isEmpty()) second.append(whose.signer);
    return {QStringLiteral("%1 · %2").arg(whose.site, whose.no), second.join(QStringLiteral("　")),
            tr("准绳 · 原图指纹 %1").arg(fingerprint())};
}

void PhotoInHand::measureCopy() {
    const auto* shown = photo();
    if (!shown) return;
    if (m_measuring) {
        m_measureAgain = true;
        return;
    }
    m_measuring = true;
    const CopyWish wish{Settings::instance().copySide(), m_marks.layer(), watermarkLines()};
    m_store.ask(
        this, [original = shown->sha256, wish](LocalStore& store) { return copyOf(store, original, wish); },
        [this, hash = m_hash](Result<PhotoCopy> copy) {
            m_measuring = false;
            const bool again = std::exchange(m_measureAgain, false) || hash != m_hash;
            if (copy && hash == m_hash) {
                m_copyBytes = static_cast<double>(copy->jpeg.size());
                m_copyPixels = QStringLiteral("%1 × %2").arg(copy->width).arg(copy->height);
                emit copyChanged();
            }
            if (again) measureCopy();
        });
}

void PhotoInHand::saveCopy() {
    const auto* shown = photo();
    if (!shown) return;
    const CopyWish wish{Settings::instance().copySide(), m_marks.layer(), watermarkLines()};
    const QString name =
        fileName(QStringLiteral("%1_%2_%3").arg(about().site, qs(shown->item), qs(shown->sha256.hex().substr(0, 8))));
    setCopying(true);
    m_store.ask(
        this,
        [original = shown->sha256, wish, name](LocalStore& store) -> Result<QString> {
            const auto copy = copyOf(store, original, wish);
            if (!copy) return fail(copy.error());
            return writeCopy(copy->jpeg, name);
        },
        [this](Result<QString> path) {
            setCopying(false);
            if (!path) return emit told(sentenceFor(path.error()));
            emit copied(*path, tr("副本已存到 %1").arg(*path));
        });
}

records::PhotoCheck PhotoInHand::checked() const {
    const auto* shown = photo();
    if (!shown || !shown->origin) return {};
    const auto whose = about();
    return records::checkPhoto(*shown->origin, whose.began, whose.boundary);
}

QString PhotoInHand::caption() const {
    return photo() ? qs(photo()->caption) : QString();
}
QString PhotoInHand::reason() const {
    return known() ? qs(photo()->origin->reason) : QString();
}
bool PhotoInHand::known() const {
    return photo() && photo()->origin;
}
bool PhotoInHand::asks() const {
    return checked().asks();
}
QString PhotoInHand::verdict() const {
    return verdictWords(checked());
}

QStringList PhotoInHand::differences() const {
    QStringList out;
    const auto check = checked();
    for (const auto one : check.differences) out.append(differenceWords(one, check));
    return out;
}

QString PhotoInHand::cameraTime() const {
    const auto camera = known() ? photo()->origin->camera : std::nullopt;
    return camera && !camera->taken.empty() ? qs(camera->taken) : tr("没有");
}

QString PhotoInHand::tabletTime() const {
    if (!known()) return {};
    const auto at = msOf(photo()->origin->at.utc);
    QString text = dayText(at) + u' ' + secondsText(at);
    if (const auto clock = checked().clock) text += u'\n' + tr("差 %1").arg(spanWords(*clock));
    return text;
}

QString PhotoInHand::cameraPlace() const {
    const auto camera = known() ? photo()->origin->camera : std::nullopt;
    return camera && camera->place ? placeWords(*camera->place) : tr("没有");
}

namespace {

// What records name by a word.
QString noPlaceWords(const std::string& name) {
    const auto why = domain::noPlaceNamed(name);
    return why ? sentenceFor(*why) : PhotoInHand::tr("没有定位");
}

}  // namespace

QString PhotoInHand::tabletPlace() const {
    if (!known()) return {};
    const auto& origin = *photo()->origin;
    return origin.place ? placeWords(*origin.place) : noPlaceWords(origin.noPlace);
}

QString PhotoInHand::apart() const {
    const auto metres = checked().metres;
    return metres ? metresWords(*metres) : QString();
}

QString PhotoInHand::boundary() const {
    const auto inside = checked().inside;
    return !inside ? QString() : *inside ? tr("在界内") : tr("在界外");
}

double PhotoInHand::originalBytes() const {
    return photo() ? static_cast<double>(photo()->size) : 0;
}
QString PhotoInHand::originalSize() const {
    return photo() ? bytesText(photo()->size) : QString();
}
QString PhotoInHand::copySize() const {
    return m_copyBytes > 0 ? bytesText(static_cast<quint64>(m_copyBytes)) : QString();
}

QString PhotoInHand::saved() const {
    const double whole = originalBytes();
    if (m_copyBytes <= 0 || whole <= 0 || m_copyBytes >= whole) return {};
    return tr("省 %1 %").arg(QLocale().toString(100 * (1 - m_copyBytes / whole), 'f', 1));
}

QString PhotoInHand::fingerprint() const {
    QString out = m_hash.left(16);
    for (const int at : {12, 8, 4})
        if (out.size() > at) out.insert(at, u' ');
    return out;
}

}  // namespace plumb::mobile
