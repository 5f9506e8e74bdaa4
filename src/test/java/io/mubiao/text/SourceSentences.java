package io.mubiao.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The English sentences of the library's source, with {@code {}} for each part that varies. */
final class SourceSentences {
    private static final Path MAIN = Path.of("src/main/java/io/mubiao");
    /** Where other texts are names of steps and formulas, or said in both languages. */
    private static final Set<String> ONLY_REFUSALS = Set.of("io.mubiao.method", "io.mubiao.cli", "io.mubiao.shell");

    private SourceSentences() {}

    /** Of everything but {@code toString} and the renderers, which speak both languages themselves. */
    static Set<String> all() throws IOException {
        return all(false);
    }

    /** The same, each with every choice of words that it is put together of, such as {@code "at " + (most ? "most " : "least ")}. */
    static Set<String> spelledOut() throws IOException {
        return all(true);
    }

    private static Set<String> all(boolean spelledOut) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(MAIN)) {
            files = walk.filter(file -> file.toString().endsWith(".java") && !file.startsWith(MAIN.resolve("render"))).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> found = new TreeSet<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, java.nio.charset.StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                boolean onlyRefusals = ONLY_REFUSALS.contains(String.valueOf(unit.getPackageName()));
                new Finder(found, onlyRefusals, spelledOut).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Finder extends TreeScanner<Void, Void> {
        private final Set<String> found;
        private final boolean onlyRefusals;
        private final boolean spelledOut;
        private int refusing;

        Finder(Set<String> found, boolean onlyRefusals, boolean spelledOut) {
            this.spelledOut = spelledOut;
            this.found = found;
            this.onlyRefusals = onlyRefusals;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            return method.getName().contentEquals("toString") ? null : super.visitMethod(method, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void none) {
            return null;
        }

        @Override
        public Void visitThrow(ThrowTree tree, Void none) {
            refusing++;
            super.visitThrow(tree, null);
            refusing--;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            boolean refuses = call.getMethodSelect().toString().matches("(.*\\.)?(check[A-Z].*|none|cannot.*)");
            refusing += refuses ? 1 : 0;
            super.visitMethodInvocation(call, null);
            refusing -= refuses ? 1 : 0;
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void none) {
            List<ExpressionTree> parts = parts(binary);
            if (binary.getKind() != Tree.Kind.PLUS || parts.stream().noneMatch(Finder::isText)) {
                return super.visitBinary(binary, null);
            }
            take(parts);
            parts.stream().filter(part -> !isText(part)).forEach(part -> scan(part, null));
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (isText(literal)) {
                take(List.of(literal));
            }
            return null;
        }

        private void take(List<ExpressionTree> parts) {
            int at = 0;
            while (spelledOut && at < parts.size() && choice(parts.get(at)).isEmpty()) {
                at++;
            }
            if (spelledOut && at < parts.size()) {
                for (ExpressionTree option : choice(parts.get(at))) {
                    List<ExpressionTree> one = new ArrayList<>(parts);
                    one.set(at, option);
                    take(one);
                }
                return;
            }
            StringBuilder text = new StringBuilder();
            for (ExpressionTree part : parts) {
                boolean added = part instanceof LiteralTree literal && literal.getValue() instanceof Number
                        && text.toString().endsWith("{}");
                text.append(added ? "" : part instanceof LiteralTree literal
                        ? String.valueOf(literal.getValue()).replaceAll("%[sd]", "{}") : "{}");
            }
            String sentence = text.toString();
            if ((!onlyRefusals || refusing > 0) && sentence.replace("{}", " ").matches("(?s).*([a-z]{2,} .*| [a-z]{2,}.*)")) {
                found.add(sentence);
            }
        }

        /** The texts that a condition chooses from; none where it is no such choice. */
        private static List<ExpressionTree> choice(ExpressionTree part) {
            ExpressionTree plain = part instanceof ParenthesizedTree it ? it.getExpression() : part;
            return plain instanceof ConditionalExpressionTree it && isText(it.getTrueExpression()) && isText(it.getFalseExpression())
                    ? List.of(it.getTrueExpression(), it.getFalseExpression()) : List.of();
        }

        private static boolean isText(ExpressionTree tree) {
            return tree instanceof LiteralTree literal && literal.getValue() instanceof String;
        }

        private static List<ExpressionTree> parts(ExpressionTree tree) {
            ExpressionTree plain = tree instanceof ParenthesizedTree inner && inner.getExpression() instanceof BinaryTree binary
                    && binary.getKind() == Tree.Kind.PLUS ? binary : tree;
            if (!(plain instanceof BinaryTree binary) || binary.getKind() != Tree.Kind.PLUS) {
                return List.of(tree);
            }
            List<ExpressionTree> parts = new ArrayList<>(parts(binary.getLeftOperand()));
            parts.addAll(parts(binary.getRightOperand()));
            return parts;
        }
    }
}
