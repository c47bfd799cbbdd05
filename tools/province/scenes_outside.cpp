#include "tools/province/scenes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace plumb::province {
namespace {

constexpr double kWidth = kSceneWidth, kHeight = kSceneHeight;

QColor between(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int from, int to) { return static_cast<int>(from + (to - from) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

void sky(QPainter& painter, double horizon, Random& random) {
    QLinearGradient gradient(0, 0, 0, horizon);
    const double haze = random.unit();
    gradient.setColorAt(0, between({88, 142, 205}, {170, 186, 198}, haze));
    gradient.setColorAt(1, between({206, 224, 238}, {222, 220, 210}, haze));
    painter.fillRect(QRectF(-60, -60, kWidth + 120, horizon + 60), gradient);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 70));
    for (int i = 0, clouds = static_cast<int>(random.between(1, 5)); i < clouds; ++i) {
        const double x = random.between(0.0, kWidth), y = random.between(20.0, horizon * 0.6);
        for (int puff = 0; puff < 5; ++puff)
            painter.drawEllipse(QPointF(x + random.between(-70.0, 70.0), y + random.between(-9.0, 9.0)),
                                random.between(30.0, 66.0), random.between(9.0, 18.0));
    }
}

void mountains(QPainter& painter, double horizon, Random& random, bool snow) {
    for (int ridge = 0; ridge < 3; ++ridge) {
        const double high = 130 - ridge * 38;
        QPainterPath path({-60, horizon});
        for (double x = -60; x <= kWidth + 60; x += random.between(40.0, 90.0))
            path.lineTo(x, horizon - high * random.between(0.35, 1.0));
        path.lineTo(kWidth + 60, horizon);
        painter.setBrush(snow && ridge == 0 ? QColor(214, 222, 230)
                                            : between({132, 140, 148}, {124, 118, 92}, ridge / 2.0));
        painter.drawPath(path);
    }
}

void ground(QPainter& painter, double horizon, const QColor& near, const QColor& far) {
    QLinearGradient gradient(0, horizon, 0, kHeight);
    gradient.setColorAt(0, far);
    gradient.setColorAt(1, near);
    painter.fillRect(QRectF(-60, horizon, kWidth + 120, kHeight - horizon + 60), gradient);
}

// Lines that meet at the horizon, with plants along them.
void rows(QPainter& painter, double horizon, double meetX, const QColor& leaf, double size, double share,
          Random& random) {
    painter.setPen(Qt::NoPen);
    for (double depth = 0.06; depth < 1.05; depth *= 1.17) {
        const double y = horizon + (kHeight - horizon) * depth;
        for (int row = -9; row <= 9; ++row) {
            if (!random.chance(share)) continue;
            const double x = meetX + row * 118 * depth;
            const double half = size * depth;
            for (int blade = 0; blade < 4; ++blade) {
                painter.setBrush(between(leaf.darker(150), leaf.lighter(125), random.unit()));
                painter.drawEllipse(QPointF(x + random.between(-half, half) * 0.6, y - random.between(0.1, 1.0) * half),
                                    half * random.between(0.3, 0.6), half * random.between(0.3, 0.7));
            }
        }
    }
}

}  // namespace

void drawGreenhouse(QPainter& painter, Random& random) {
    const double horizon = kHeight * random.between(0.36, 0.44), middle = kWidth * random.between(0.42, 0.58);
    QLinearGradient film(0, 0, 0, horizon);
    film.setColorAt(0, QColor(196, 210, 214));
    film.setColorAt(1, QColor(236, 240, 236));
    painter.fillRect(QRectF(-60, -60, kWidth + 120, kHeight + 120), film);
    ground(painter, horizon, {96, 74, 52}, {150, 132, 106});
    painter.setBrush(Qt::NoBrush);
    for (double depth = 0.1; depth < 2.4; depth *= 1.35) {  // hoops
        painter.setPen(QPen(QColor(150, 158, 160), 1.5 + 3 * depth));
        const double wide = kWidth * 0.62 * depth, high = kHeight * 0.5 * depth;
        painter.drawArc(QRectF(middle - wide, horizon - high, wide * 2, high * 2), 0, 180 * 16);
    }
    const QColor leaf = random.chance(0.5) ? QColor(62, 122, 50) : QColor(84, 138, 60);
    rows(painter, horizon, middle, leaf, 62, 0.93, random);
    if (random.chance(0.6)) {  // fruit
        painter.setBrush(random.chance(0.5) ? QColor(198, 52, 40) : QColor(212, 168, 40));
        for (int i = 0; i < 46; ++i) {
            const double y = random.between(horizon + 70, kHeight);
            painter.drawEllipse(QPointF(random.between(0.0, kWidth), y), 2 + 6 * (y / kHeight), 2 + 6 * (y / kHeight));
        }
    }
    painter.setBrush(QColor(40, 42, 46, 200));  // the drip line
    painter.drawRect(QRectF(middle - 3, horizon, 6, kHeight));
}

void drawField(QPainter& painter, Random& random) {
    const double horizon = kHeight * random.between(0.34, 0.46);
    sky(painter, horizon, random);
    painter.setPen(Qt::NoPen);
    mountains(painter, horizon, random, random.chance(0.4));
    ground(painter, horizon, {116, 90, 60}, {164, 144, 104});
    static const QColor kLeaves[] = {{98, 140, 58}, {128, 150, 62}, {176, 160, 72}, {74, 124, 66}};
    rows(painter, horizon, kWidth * random.between(0.3, 0.7), kLeaves[random.below(4)], 50, random.between(0.75, 0.97),
         random);
    if (random.chance(0.5)) {  // mulch
        painter.setBrush(QColor(232, 236, 238, 90));
        for (int row = -5; row <= 5; ++row) {
            const double x = kWidth / 2 + row * 150;
            painter.drawPolygon(QPolygonF({{kWidth / 2 + row * 12 - 1.0, horizon},
                                           {kWidth / 2 + row * 12 + 1.0, horizon},
                                           {x + 18, kHeight + 40},
                                           {x - 18, kHeight + 40}}));
        }
    }
}

void drawOrchard(QPainter& painter, Random& random) {
    const double horizon = kHeight * random.between(0.42, 0.5);
    sky(painter, horizon, random);
    painter.setPen(Qt::NoPen);
    mountains(painter, horizon, random, false);
    ground(painter, horizon, {124, 112, 70}, {150, 150, 96});
    const QColor fruit = random.chance(0.5) ? QColor(190, 44, 40) : QColor(220, 140, 50);
    for (double depth = 0.14; depth < 0.9; depth *= 1.5) {
        for (int tree = -4; tree <= 4; ++tree) {
            const double x = kWidth / 2 + tree * 230 * depth + random.between(-14.0, 14.0),
                         foot = horizon + (kHeight - horizon) * depth;
            const double high = 300 * depth;
            painter.setBrush(QColor(92, 70, 50));
            painter.drawRect(QRectF(x - 8 * depth, foot - high * 0.5, 16 * depth, high * 0.5));
            for (int leaf = 0; leaf < 26; ++leaf) {
                painter.setBrush(between({44, 92, 40}, {116, 152, 70}, random.unit()));
                painter.drawEllipse(
                    QPointF(x + random.between(-0.34, 0.34) * high, foot - high * random.between(0.45, 1.0)),
                    high * 0.12, high * 0.1);
            }
            painter.setBrush(fruit);
            for (int i = 0; i < 9; ++i)
                painter.drawEllipse(
                    QPointF(x + random.between(-0.3, 0.3) * high, foot - high * random.between(0.45, 0.9)), 10 * depth,
                    10 * depth);
        }
    }
}

void drawPasture(QPainter& painter, Random& random) {
    const double horizon = kHeight * random.between(0.38, 0.48);
    sky(painter, horizon, random);
    painter.setPen(Qt::NoPen);
    mountains(painter, horizon, random, true);
    const bool summer = random.chance(0.5);
    ground(painter, horizon, summer ? QColor(104, 132, 62) : QColor(168, 148, 96),
           summer ? QColor(138, 158, 92) : QColor(190, 174, 128));
    const bool yaks = random.chance(0.4);
    for (int i = 0, heads = static_cast<int>(random.between(9, 26)); i < heads; ++i) {
        const double depth = random.between(0.08, 0.85), x = random.between(20.0, kWidth - 20),
                     y = horizon + (kHeight - horizon) * depth, size = 18 + 62 * depth;
        const QColor coat = yaks ? between({36, 30, 28}, {92, 74, 60}, random.unit())
                                 : between({226, 220, 204}, {196, 184, 160}, random.unit());
        painter.setBrush(coat.darker(160));
        for (const double leg : {-0.32, -0.2, 0.2, 0.32})
            painter.drawRect(QRectF(x + leg * size, y - size * 0.3, size * 0.08, size * 0.34));
        painter.setBrush(coat);
        painter.drawEllipse(QPointF(x, y - size * 0.42), size * 0.5, size * 0.28);
        painter.setBrush(yaks ? coat : QColor(70, 60, 54));
        painter.drawEllipse(QPointF(x + size * 0.52, y - size * 0.42), size * 0.15, size * 0.13);
    }
    painter.setPen(QPen(QColor(120, 104, 84), 4));
    for (double x = -20; x < kWidth; x += 96) painter.drawLine(QPointF(x, kHeight - 120), QPointF(x, kHeight + 20));
    painter.setPen(QPen(QColor(150, 150, 150), 1.6));
    for (const double y : {kHeight - 104.0, kHeight - 62.0, kHeight - 20.0})
        painter.drawLine(QPointF(-60, y), QPointF(kWidth + 60, y + 6));
}

}  // namespace plumb::province
