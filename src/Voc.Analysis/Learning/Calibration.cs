namespace Voc.Analysis.Learning;

/// <summary>
/// What makes probabilities of scores. Where labels exclude each other: the softmax of scores divided by one temperature (Guo et al.: On
/// calibration of modern neural networks, 2017), which never changes which label is first. Else a sigmoid for each label (Platt:
/// Probabilistic outputs for support vector machines, 1999, with the targets of Lin, Lin and Weng, 2007).
/// </summary>
/// <param name="Scales">What the score of a label is multiplied by.</param>
/// <param name="Shifts">What is added to that.</param>
internal sealed record Calibration(float[] Scales, float[] Shifts)
{
    private const int Iterations = 50;
    private const double LeastScale = 0.01;
    private const double MostScale = 100;

    public static Calibration None(int labels)
    {
        var scales = new float[labels];
        Array.Fill(scales, 1);
        return new(scales, new float[labels]);
    }

    /// <summary>Fits it to scores of examples that the scoring model had not seen.</summary>
    public static Calibration Fit(TrainingData data, IReadOnlyList<float[]> scores)
    {
        var calibration = None(data.Labels.Count);
        if (!data.IsMultiLabel)
        {
            Array.Fill(calibration.Scales, (float)InverseTemperature(data, scores));
            return calibration;
        }

        for (var label = 0; label < data.Labels.Count; label++)
        {
            var (scale, shift) = Platt(data, scores, label);
            (calibration.Scales[label], calibration.Shifts[label]) = ((float)scale, (float)shift);
        }

        return calibration;
    }

    /// <summary>Turns scores into probabilities, in place.</summary>
    public void Apply(Span<float> scores, bool multiLabel)
    {
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = (scores[k] * Scales[k]) + Shifts[k];
        }

        if (multiLabel)
        {
            foreach (ref var score in scores)
            {
                score = 1 / (1 + MathF.Exp(-score));
            }
        }
        else
        {
            Softmax(scores);
        }
    }

    private static void Softmax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    /// <summary>Maximum likelihood by Newton's method; the likelihood is concave in the inverse temperature.</summary>
    private static double InverseTemperature(TrainingData data, IReadOnlyList<float[]> scores)
    {
        var scale = 1.0;
        var probabilities = new float[data.Labels.Count];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var (slope, curve) = (0.0, 1e-9);
            for (var i = 0; i < scores.Count; i++)
            {
                var (own, mean, square) = (scores[i][data.LabelsOf(i)[0]], 0.0, 0.0);
                for (var k = 0; k < probabilities.Length; k++)
                {
                    probabilities[k] = (float)(scores[i][k] * scale);
                }

                Softmax(probabilities);
                for (var k = 0; k < probabilities.Length; k++)
                {
                    mean += probabilities[k] * scores[i][k];
                    square += probabilities[k] * (double)scores[i][k] * scores[i][k];
                }

                slope += data.WeightOf(i) * (own - mean);
                curve += data.WeightOf(i) * (square - (mean * mean));
            }

            // No further than twofold at once: far from the best place the curve says little.
            var next = Math.Clamp(Math.Clamp(scale + (slope / curve), scale / 2, scale * 2), LeastScale, MostScale);
            if (Math.Abs(next - scale) < 1e-6 * scale)
            {
                break;
            }

            scale = next;
        }

        return scale;
    }

    private static (double Scale, double Shift) Platt(TrainingData data, IReadOnlyList<float[]> scores, int label)
    {
        var targets = new double[scores.Count];
        var positive = 0;
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = data.LabelsOf(i).Contains(label) ? 1 : 0;
            positive += (int)targets[i];
        }

        // Softened targets keep the sigmoid from becoming a step where the labels can be told apart.
        var (high, low) = ((positive + 1.0) / (positive + 2.0), 1.0 / (targets.Length - positive + 2.0));
        var (scale, shift) = (1.0, Math.Log((positive + 1.0) / (targets.Length - positive + 1.0)));
        var loss = double.PositiveInfinity;
        var (stepScale, stepShift) = (0.0, 0.0);
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var sums = new PlattSums();
            for (var i = 0; i < targets.Length; i++)
            {
                sums.Add(scores[i][label], targets[i] > 0 ? high : low, scale, shift, data.WeightOf(i));
            }

            if (sums.Loss > loss + 1e-9)
            {
                (stepScale, stepShift) = (stepScale / 2, stepShift / 2);
                (scale, shift) = (scale - stepScale, shift - stepShift);
                continue;
            }

            if (loss - sums.Loss < 1e-9 * Math.Max(1, loss) && iteration > 0)
            {
                break;
            }

            loss = sums.Loss;
            (stepScale, stepShift) = sums.Step();
            (scale, shift) = (scale + stepScale, shift + stepShift);
        }

        return (scale, shift);
    }

    /// <summary>Loss, slope and curvature of a sigmoid against targets.</summary>
    private struct PlattSums
    {
        private double _slopeScale;
        private double _slopeShift;
        private double _curveScale;
        private double _curveBoth;
        private double _curveShift;

        public double Loss { get; private set; }

        public void Add(double score, double target, double scale, double shift, double weight)
        {
            var odds = (scale * score) + shift;
            var p = 1 / (1 + Math.Exp(-odds));
            Loss += weight * (Math.Max(odds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(odds))) - (target * odds));
            var (error, curve) = (weight * (target - p), weight * p * (1 - p));
            _slopeScale += error * score;
            _slopeShift += error;
            _curveScale += curve * score * score;
            _curveBoth += curve * score;
            _curveShift += curve;
        }

        public readonly (double Scale, double Shift) Step()
        {
            var (a, b, c) = (_curveScale + 1e-6, _curveBoth, _curveShift + 1e-6);
            var determinant = (a * c) - (b * b);
            return (((c * _slopeScale) - (b * _slopeShift)) / determinant, ((a * _slopeShift) - (b * _slopeScale)) / determinant);
        }
    }
}
