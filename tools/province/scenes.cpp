#include "tools/province/scenes.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace plumb::province {
namespace {

using Draw = void (*)(QPainter&, Random&);
constexpr std::pair<const char*, Draw> kScenes[] = {{"greenhouse", drawGreenhouse},
                                                    {"field", drawField},
                                                    {"orchard", drawOrchard},
                                                    {"pasture", drawPasture},
                                                    {"store", drawStore},
                                                    {"pen", drawPen},
                                                    {"hall", drawHall},
                                                    {"label", drawLabel},
                                                    {"tag", drawTag},
                                                    {"sign", drawSign},
                                                    {"papers", drawPapers}};

// What a small sensor does to it: grain, corners that are darker, a cast of light.
void expose(QImage& image, Random& random) {
    const double warm = random.between(-7.0, 7.0), light = random.between(0.88, 1.08);
    const double middleX = image.width() / 2.0, middleY = image.height() / 2.0;
    const double far = middleX * middleX + middleY * middleY;
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double dx = x - middleX, dy = y - middleY;
            const double shade = light * (1 - 0.28 * (dx * dx + dy * dy) / far);
            const double grain = static_cast<double>(random.next() >> 60) - 7.5;
            const auto mixed = [&](int channel, double cast) {
                return std::clamp(static_cast<int>(channel * shade + grain * 0.7 + cast), 0, 255);
            };
            row[x] = qRgb(mixed(qRed(row[x]), warm), mixed(qGreen(row[x]), 0), mixed(qBlue(row[x]), -warm));
        }
    }
}

}  // namespace

const std::vector<std::string>& sceneNames() {
    static const auto names = [] {
        std::vector<std::string> out;
        for (const auto& [name, draw] : kScenes) out.emplace_back(name);
        return out;
    }();
    return names;
}

QImage drawScene(const std::string& scene, Random random) {
    const auto* found =
        std::find_if(std::begin(kScenes), std::end(kScenes), [&](const auto& one) { return one.first == scene; });
    if (found == std::end(kScenes)) throw std::logic_error("no scene is called " + scene);
    QImage image(kSceneWidth, kSceneHeight, QImage::Format_RGB32);
    image.fill(Qt::black);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        // Nobody holds a tablet straight.
        painter.translate(kSceneWidth / 2.0, kSceneHeight / 2.0);
        painter.rotate(random.between(-2.2, 2.2));
        painter.scale(1.07, 1.07);
        painter.translate(-kSceneWidth / 2.0, -kSceneHeight / 2.0);
        found->second(painter, random);
    }
    expose(image, random);
    return image;
}

QImage drawSignature(Random random) {
    QImage image(480, 180, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(24, 28, 44), 3.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    double x = random.between(40.0, 70.0);
    for (int sign = 0, signs = static_cast<int>(random.between(2, 3)); sign < signs; ++sign) {
        const double width = random.between(80.0, 120.0);
        for (int stroke = 0, strokes = static_cast<int>(random.between(4, 7)); stroke < strokes; ++stroke) {
            QPainterPath path({x + random.between(0.0, width * 0.6), random.between(34.0, 110.0)});
            path.cubicTo(x + random.between(0.0, width), random.between(30.0, 140.0), x + random.between(0.0, width),
                         random.between(30.0, 150.0), x + random.between(width * 0.3, width * 1.1),
                         random.between(60.0, 150.0));
            painter.drawPath(path);
        }
        x += width + random.between(8.0, 24.0);
    }
    return image;
}

}  // namespace plumb::province
