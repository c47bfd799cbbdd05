#include "mobile/check/check_photo.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include "mobile/check/photo_words.h"
#include "mobile/photo/photo_copy.h"
#include "mobile/position/position_source.h"
#include "mobile/store/picture_content.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

constexpr int kStageSide = 2048;

Result<Bytes> originalOf(LocalStore& store, const Sha256& hash) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return (*tablet)->vault().get(hash);
}

Result<PhotoCopy> copyOf(LocalStore& store, const Sha256& hash, const CopyWish& wish) {
    const auto original = originalOf(store, hash);
    if (!original) return fail(original.error());
    return makeCopy(*original, wish);
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

CheckPhoto::CheckPhoto(StoreThread& store, OpenCheck& check, CheckView& view, CheckSaving& saving, CheckNotice& notice,
                       QObject* parent)
    : QObject(parent), m_store(store), m_check(check), m_view(view), m_saving(saving), m_notice(notice) {
    connect(&m_marks, &MarkEditor::settled, this, [this] {
        const auto& layer = m_marks.layer();
        change(
            [&](store::Photo& one) { one.marks = layer.marks.empty() ? std::string() : picture::writeMarks(layer); });
        measureCopy();
    });
}

const store::Photo* CheckPhoto::photo() const {
    if (!m_check.isOpen() || m_hash.isEmpty()) return nullptr;
    for (const auto& one : m_check.opened->draft.photos)
        if (qs(one.item) == m_check.item && qs(one.sha256.hex()) == m_hash) return &one;
    return nullptr;
}

void CheckPhoto::show(const QString& hash) {
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
            const auto content = originalOf(store, original);
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
                m_problem =
                    image.error().kind == ErrorKind::notFound ? tr("这张照片不在本机。") : sentenceFor(image.error());
            emit pictureChanged();
        });
    measureCopy();
}

void CheckPhoto::hide() {
    m_hash.clear();
    m_marks.setPhoto({});
    m_marks.load({}, {});
    emit changed();
    emit pictureChanged();
}

void CheckPhoto::change(const std::function<void(store::Photo&)>& how) {
    const auto* shown = photo();
    if (!shown) return;
    const auto same = *shown;
    for (auto* photos : {&m_check.opened->draft.photos, &m_check.photosSeen})
        for (auto& one : *photos)
            if (store::samePhoto(one, same)) how(one);
    m_saving.save();
    emit changed();
}

void CheckPhoto::setCaption(const QString& text) {
    change([&](store::Photo& one) {
        one.caption = ss(text.trimmed());
        if (one.origin) one.origin->caption = one.caption;
    });
    m_view.showItem();
}

void CheckPhoto::setReason(const QString& text) {
    change([&](store::Photo& one) {
        if (one.origin) one.origin->reason = ss(text.trimmed());
    });
}

void CheckPhoto::setWatermark(bool on) {
    if (on == m_watermark) return;
    m_watermark = on;
    emit watermarkChanged();
    measureCopy();
}

QStringList CheckPhoto::watermarkLines() const {
    const auto* shown = photo();
    if (!shown || !m_watermark) return {};
    const auto* item = m_check.list().item(shown->item);
    QStringList second{dayText(msOf(shown->added.utc)) + u' ' + secondsText(msOf(shown->added.utc))};
    const auto place = shown->origin ? shown->origin->place : std::nullopt;
    second.append(place ? placeWords(*place) : tr("位置未记"));
    second.append(m_check.opened->signer);
    return {QStringLiteral("%1 · %2").arg(qs(m_check.opened->site.name), item ? qs(item->no) : qs(shown->item)),
            second.join(QStringLiteral("　")), tr("准绳 · 原图指纹 %1").arg(fingerprint())};
}

void CheckPhoto::measureCopy() {
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

void CheckPhoto::saveCopy() {
    const auto* shown = photo();
    if (!shown) return;
    const CopyWish wish{Settings::instance().copySide(), m_marks.layer(), watermarkLines()};
    const QString name =
        fileName(QStringLiteral("%1_%2_%3")
                     .arg(qs(m_check.opened->site.name), qs(shown->item), qs(shown->sha256.hex().substr(0, 8))));
    m_notice.setBusy(true);
    m_store.ask(
        this,
        [original = shown->sha256, wish, name](LocalStore& store) -> Result<QString> {
            const auto copy = copyOf(store, original, wish);
            if (!copy) return fail(copy.error());
            return writeCopy(copy->jpeg, name);
        },
        [this](Result<QString> path) {
            m_notice.setBusy(false);
            if (!path) return m_notice.tell(sentenceFor(path.error()));
            emit copied(*path, tr("副本已存到 %1").arg(*path));
        });
}

QString CheckPhoto::title() const {
    const auto* shown = photo();
    const auto* item = shown ? m_check.list().item(shown->item) : nullptr;
    return item ? qs(item->no) + u' ' + qs(item->text, Settings::instance().language()) : QString();
}

QString CheckPhoto::position() const {
    const auto* shown = photo();
    if (!shown) return {};
    int number = 0, all = 0;
    for (const auto& one : m_check.opened->draft.photos) {
        if (one.item != shown->item) continue;
        ++all;
        if (store::samePhoto(one, *shown)) number = all;
    }
    return tr("第 %1 张，共 %2 张 · 标记是单独图层，原图不变").arg(number).arg(all);
}

records::PhotoCheck CheckPhoto::checked() const {
    const auto* shown = photo();
    if (!shown || !shown->origin) return {};
    const auto& draft = m_check.opened->draft;
    return records::checkPhoto(*shown->origin, draft.started.utc, m_check.opened->site.boundary);
}

QString CheckPhoto::caption() const {
    return photo() ? qs(photo()->caption) : QString();
}
QString CheckPhoto::reason() const {
    return known() ? qs(photo()->origin->reason) : QString();
}
bool CheckPhoto::known() const {
    return photo() && photo()->origin;
}
bool CheckPhoto::asks() const {
    return checked().asks();
}
QString CheckPhoto::verdict() const {
    return verdictWords(checked());
}

QStringList CheckPhoto::differences() const {
    QStringList out;
    const auto check = checked();
    for (const auto one : check.differences) out.append(differenceWords(one, check));
    return out;
}

QString CheckPhoto::cameraTime() const {
    const auto camera = known() ? photo()->origin->camera : std::nullopt;
    return camera && !camera->taken.empty() ? qs(camera->taken) : tr("没有");
}

QString CheckPhoto::tabletTime() const {
    if (!known()) return {};
    const auto at = msOf(photo()->origin->at.utc);
    QString text = dayText(at) + u' ' + secondsText(at);
    if (const auto clock = checked().clock) text += u'\n' + tr("差 %1").arg(spanWords(*clock));
    return text;
}

QString CheckPhoto::cameraPlace() const {
    const auto camera = known() ? photo()->origin->camera : std::nullopt;
    return camera && camera->place ? placeWords(*camera->place) : tr("没有");
}

namespace {

// What records name by a word.
QString noPlaceWords(const std::string& name) {
    const auto why = domain::noPlaceNamed(name);
    return why ? sentenceFor(*why) : CheckPhoto::tr("没有定位");
}

}  // namespace

QString CheckPhoto::tabletPlace() const {
    if (!known()) return {};
    const auto& origin = *photo()->origin;
    return origin.place ? placeWords(*origin.place) : noPlaceWords(origin.noPlace);
}

QString CheckPhoto::apart() const {
    const auto metres = checked().metres;
    return metres ? metresWords(*metres) : QString();
}

QString CheckPhoto::boundary() const {
    const auto inside = checked().inside;
    return !inside ? QString() : *inside ? tr("在界内") : tr("在界外");
}

double CheckPhoto::originalBytes() const {
    return photo() ? static_cast<double>(photo()->size) : 0;
}
QString CheckPhoto::originalSize() const {
    return photo() ? bytesText(photo()->size) : QString();
}
QString CheckPhoto::copySize() const {
    return m_copyBytes > 0 ? bytesText(static_cast<quint64>(m_copyBytes)) : QString();
}

QString CheckPhoto::saved() const {
    const double whole = originalBytes();
    if (m_copyBytes <= 0 || whole <= 0 || m_copyBytes >= whole) return {};
    return tr("省 %1 %").arg(QLocale().toString(100 * (1 - m_copyBytes / whole), 'f', 1));
}

QString CheckPhoto::fingerprint() const {
    QString out = m_hash.left(16);
    for (const int at : {12, 8, 4})
        if (out.size() > at) out.insert(at, u' ');
    return out;
}

}  // namespace plumb::mobile
