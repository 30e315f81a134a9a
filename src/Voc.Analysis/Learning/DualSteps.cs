namespace Voc.Analysis.Learning;

/// <summary>
/// The loss of one example, solved exactly for its own dual variables while those of all others stand still. Weights are the sum over
/// examples of dual variable × features, so a change of the variables by d changes the scores of the example by d × its squared length.
/// </summary>
internal abstract class DualStep
{
    private const int Iterations = 12;
    private const float Close = 1e-5f;

    public static DualStep Of(Loss loss) => loss switch
    {
        Loss.Softmax => new SoftmaxStep(),
        Loss.Logistic => new LogisticStep(),
        _ => new SquaredHingeStep(),
    };

    /// <summary>Moves the dual variables of an example to where they are best.</summary>
    /// <param name="scores">What the weights say of the example now, a score a label.</param>
    /// <param name="squaredLength">Squared length of its features.</param>
    /// <param name="has">Whether it has the label.</param>
    /// <param name="costs">Cost of its loss for each label.</param>
    /// <param name="duals">Its dual variables, a label each.</param>
    public abstract void Move(ReadOnlySpan<float> scores, float squaredLength, ReadOnlySpan<bool> has, ReadOnlySpan<float> costs, Span<float> duals);

    /// <summary>
    /// Multinomial logistic regression. The dual of an example is a distribution over the labels times its cost (Yu, Huang and Lin: Dual
    /// coordinate descent methods for logistic regression and maximum entropy models, 2011, section 4), and the best one solves
    /// log a + length × a = score without the example + ν for each label, with ν such that the a sum to the cost.
    /// </summary>
    private sealed class SoftmaxStep : DualStep
    {
        public override void Move(ReadOnlySpan<float> scores, float squaredLength, ReadOnlySpan<bool> has, ReadOnlySpan<float> costs, Span<float> duals)
        {
            var own = has.IndexOf(true);
            var cost = costs[own];
            Span<float> outside = scores.Length <= 256 ? stackalloc float[scores.Length] : new float[scores.Length];
            var most = float.NegativeInfinity;
            for (var k = 0; k < scores.Length; k++)
            {
                var share = (k == own ? cost : 0) - duals[k];
                outside[k] = scores[k] + (squaredLength * share);
                most = Math.Max(most, outside[k]);
            }

            Distribute(outside, most, squaredLength, cost, duals);
            for (var k = 0; k < duals.Length; k++)
            {
                duals[k] = (k == own ? cost : 0) - duals[k];
            }
        }

        private static void Distribute(ReadOnlySpan<float> outside, float most, float squaredLength, float cost, Span<float> shares)
        {
            var level = MathF.Log(cost) - most;
            var sum = 0f;
            for (var i = 0; i < Iterations; i++)
            {
                sum = 0;
                var slope = 0f;
                for (var k = 0; k < shares.Length; k++)
                {
                    shares[k] = Share(outside[k] + level, squaredLength);
                    sum += shares[k];
                    slope += shares[k] / (1 + (squaredLength * shares[k]));
                }

                if (Math.Abs(sum - cost) < 1e-4f * cost)
                {
                    break;
                }

                level -= (sum - cost) / Math.Max(slope, 1e-12f);
            }

            foreach (ref var share in shares)
            {
                share *= cost / sum;
            }
        }

        /// <summary>The a for which log a + length × a is the target, by Newton's method from above.</summary>
        private static float Share(float target, float squaredLength)
        {
            var log = target > Math.Max(1, squaredLength) ? MathF.Log(target / squaredLength) : target;
            for (var i = 0; i < Iterations; i++)
            {
                var pull = squaredLength * MathF.Exp(log);
                var step = (log + pull - target) / (1 + pull);
                log -= step;
                if (step < Close)
                {
                    break;
                }
            }

            return MathF.Exp(log);
        }
    }

    /// <summary>Logistic regression for each label by itself: Newton's method on the log-odds of the dual variable (Yu, Huang and Lin 2011, section 3).</summary>
    private sealed class LogisticStep : DualStep
    {
        public override void Move(ReadOnlySpan<float> scores, float squaredLength, ReadOnlySpan<bool> has, ReadOnlySpan<float> costs, Span<float> duals)
        {
            for (var k = 0; k < scores.Length; k++)
            {
                var sign = has[k] ? 1f : -1f;
                var outside = sign * (scores[k] - (squaredLength * duals[k]));
                duals[k] = sign * Solve(outside, squaredLength * costs[k]) * costs[k];
            }
        }

        /// <summary>The part a of the cost, 0 to 1, for which a = σ(−(outside + reach × a)).</summary>
        private static float Solve(float outside, float reach)
        {
            var (low, high) = (-outside - reach, -outside);
            var odds = Math.Clamp(0, low, high);
            var part = Sigmoid(odds);
            for (var i = 0; i < Iterations; i++)
            {
                var error = odds + outside + (reach * part);
                if (Math.Abs(error) < Close)
                {
                    break;
                }

                (low, high) = error > 0 ? (low, odds) : (odds, high);
                odds = Math.Clamp(odds - (error / (1 + (reach * part * (1 - part)))), low, high);
                part = Sigmoid(odds);
            }

            return part;
        }

        private static float Sigmoid(float odds) => 1 / (1 + MathF.Exp(-odds));
    }

    /// <summary>A support vector machine with squared hinge loss for each label by itself (Hsieh et al.: A dual coordinate descent method for large-scale linear SVM, 2008).</summary>
    private sealed class SquaredHingeStep : DualStep
    {
        public override void Move(ReadOnlySpan<float> scores, float squaredLength, ReadOnlySpan<bool> has, ReadOnlySpan<float> costs, Span<float> duals)
        {
            for (var k = 0; k < scores.Length; k++)
            {
                var sign = has[k] ? 1f : -1f;
                var softness = 0.5f / costs[k];
                var dual = sign * duals[k];
                duals[k] = sign * Math.Max(0, dual + ((1 - (sign * scores[k]) - (softness * dual)) / (squaredLength + softness)));
            }
        }
    }
}
