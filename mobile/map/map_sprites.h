// Pictures that are drawn many times a frame and change seldom: marks of sites, words with a casing. Each is made once
// for a look and a pixel ratio, and laid on whole pixels, which costs a copy and no more. Thread of the painter.
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>

#include "mobile/map/map_sites.h"

namespace plumb::mobile {

struct MapLook {
    QColor ink, paper, accent, fail, part, grey, onMark, land, outside;
    QString family;
    qreal textScale = 1;
    friend bool operator==(const MapLook&, const MapLook&) = default;
};

struct MapMark {
    QPointF at;  // on the screen
    SiteState state = SiteState::none;
    QString text;
    QString site;  // "" of a cluster of several
    bool chosen = false;
};

class MapSprites {
  public:
    // Another look, or another pixel ratio: everything is made anew.
    void setLook(const MapLook& look, qreal ratio);
    [[nodiscard]] const MapLook& look() const { return m_look; }

    const QImage& mark(const MapMark& mark);
    // In the map's type at `pixels`, with a casing of the land's colour.
    const QImage& words(const QString& words, int pixels);

  private:
    [[nodiscard]] QImage paintMark(const MapMark& mark) const;
    [[nodiscard]] QImage paintWords(const QString& words, int pixels) const;

    MapLook m_look;
    qreal m_ratio = 1;
    QHash<QString, QImage> m_images;  // by how they look
};

// Lays the sprite with its middle at `at`, on whole pixels of the device.
void laySprite(QPainter& painter, const QImage& sprite, const QPointF& at);

}  // namespace plumb::mobile
